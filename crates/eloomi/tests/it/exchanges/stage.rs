//! A simulator set up as a scene says, and requests sent to it as they are, past the client.

use eloomi::{HyperTransport, Transport as _};
use eloomi_replay::{Exchange, Placeholder, RecordedRequest, Values};
use eloomi_sim::Simulator;
use http::{Method, Request, response::Parts};
use http_body_util::BodyExt as _;
use hyper::body::Bytes;

use super::{recorded::values, scene::Scene};

pub(super) struct Stage {
    sim: Simulator,
    transport: HyperTransport,
    values: Values,
}

impl Stage {
    /// The people are made by the calls that are under test: nothing else can make them.
    pub(super) async fn set(scene: Scene, token: &Exchange) -> Self {
        let sim = Simulator::builder().people(0).switch(scene.switches);
        let sim = sim.start().await.unwrap();
        let values = values()
            .with(Placeholder::ClientId, sim.client_id())
            .with(Placeholder::ClientSecret, sim.client_secret());
        let mut stage = Self {
            sim,
            transport: HyperTransport::builder().build().unwrap(),
            values,
        };
        stage.log_in(token).await;
        for body in scene.creates() {
            stage.post("/v3/users", body).await;
        }
        for (target, body) in scene.assigned {
            stage.post(&format!("/v3/courses/{target}"), *body).await;
        }
        (scene.since)(&stage.sim);
        if scene.is_exhausted {
            stage.exhaust().await;
        }
        if let Some((placeholder, wrong)) = scene.wrong {
            stage.values = stage.values.with(placeholder, wrong);
        }
        stage
    }

    /// Sends a recorded request with the values that the simulator takes.
    pub(super) async fn send(&self, recorded: &RecordedRequest) -> (Parts, Bytes) {
        let request = recorded.to_http(&self.sim.base_url(), &self.values);
        self.transmit(request.unwrap()).await
    }

    async fn log_in(&mut self, token: &Exchange) {
        let (_, body) = self.send(&token.request).await;
        let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
        let token = body["access_token"].as_str().unwrap();
        self.values = self.values.clone().with(Placeholder::Token, token);
    }

    /// Uses up what the creates have left of 600 calls.
    async fn exhaust(&self) {
        for _ in 0..=600 {
            let (head, _) = self.call(Method::GET, "/v3/users/1", "").await;
            if head.status == 429 {
                return;
            }
        }
        panic!("the simulator's limit is never used up");
    }

    async fn post(&self, target: &str, body: impl Into<Bytes>) {
        let (head, answer) = self.call(Method::POST, target, body).await;
        assert_eq!(head.status, 200, "{}", String::from_utf8_lossy(&answer));
    }

    async fn call(&self, method: Method, target: &str, body: impl Into<Bytes>) -> (Parts, Bytes) {
        let token = self.values.get(Placeholder::Token);
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{target}", self.sim.base_url()))
            .header("authorization", format!("Bearer {token}"))
            .header("clientid", self.sim.client_id())
            .header("content-type", "application/json");
        self.transmit(request.body(body.into()).unwrap()).await
    }

    async fn transmit(&self, request: Request<Bytes>) -> (Parts, Bytes) {
        let (head, body) = self.transport.send(request).await.unwrap().into_parts();
        (head, body.collect().await.unwrap().to_bytes())
    }
}
