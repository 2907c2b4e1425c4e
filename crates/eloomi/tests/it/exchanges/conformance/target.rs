//! Whether any service answers in the shape that is recorded: a real tenant, when there is one.
//!
//! `ELOOMI_TARGET` names it, with `ELOOMI_CLIENT_ID` and `ELOOMI_CLIENT_SECRET`;
//! `cargo xtask sim verify --target URL` asks for them. Without it a simulator that was set up for
//! nothing of this is asked. It is only read: lists, and the first thing of each list. Values are
//! not compared and never shown.

use std::{collections::BTreeMap, env, fmt::Write as _};

use eloomi::{HyperTransport, Transport as _};
use eloomi_replay::{Exchange, Placeholder, Values};
use eloomi_sim::Simulator;
use http::{Method, Request, StatusCode, Uri, header::ACCEPT_ENCODING};
use http_body_util::BodyExt as _;
use hyper::body::Bytes;
use serde_json::Value;

use super::{super::recorded, shape::Shape};

/// A list that is recorded, and what gets one of it.
const READS: [(&str, Option<(&str, &str)>); 5] = [
    ("users/list-page-1", Some(("getUser", "/v3/users/"))),
    ("units/list", Some(("getUnit", "/v3/units/"))),
    ("teams/list", Some(("getTeam", "/v3/teams/"))),
    ("courses/list-page-1", Some(("getCourse", "/v3/courses/"))),
    ("access-groups/list", None),
];

struct Target {
    base_url: String,
    transport: HyperTransport,
    values: Values,
    /// Keeps the one that was started for this.
    _sim: Option<Simulator>,
}

impl Target {
    async fn new() -> Self {
        let transport = HyperTransport::builder().build().unwrap();
        let (base_url, id, secret, sim) = if let Ok(url) = env::var("ELOOMI_TARGET") {
            let wanted = |name| env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
            let (id, secret) = (wanted("ELOOMI_CLIENT_ID"), wanted("ELOOMI_CLIENT_SECRET"));
            (url.trim_end_matches('/').to_owned(), id, secret, None)
        } else {
            let sim = Simulator::builder().seed(7).start().await.unwrap();
            let secret = sim.client_secret().to_owned();
            (
                sim.base_url(),
                sim.client_id().to_owned(),
                secret,
                Some(sim),
            )
        };
        let values = recorded::values()
            .with(Placeholder::ClientId, id)
            .with(Placeholder::ClientSecret, secret);
        let mut target = Self {
            base_url,
            transport,
            values,
            _sim: sim,
        };
        let token = Exchange::load(recorded::folder().join("oauth/token.exchange")).unwrap();
        let (status, answer) = target.ask(&token, None).await;
        assert!(status.is_success(), "the token was refused: {status}");
        let token = answer["access_token"].as_str().expect("there is no token");
        target.values = target.values.clone().with(Placeholder::Token, token);
        target
    }

    /// Sends a recorded request, or one like it to another path.
    async fn ask(&self, exchange: &Exchange, path: Option<&str>) -> (StatusCode, Value) {
        let recorded = &exchange.request;
        let mut request: Request<Bytes> = recorded.to_http(&self.base_url, &self.values).unwrap();
        if let Some(path) = path {
            *request.uri_mut() = format!("{}{path}", self.base_url).parse::<Uri>().unwrap();
        }
        // The body is read past the client, which would undo gzip.
        request.headers_mut().remove(ACCEPT_ENCODING);
        let answer = self.transport.send(request).await.unwrap();
        let status = answer.status();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }
}

#[tokio::test]
async fn the_target_answers_in_the_recorded_shape() {
    let shapes = shapes();
    let target = Target::new().await;
    let mut report = String::new();
    for (name, one) in READS {
        let file = recorded::folder().join(format!("{name}.exchange"));
        let exchange = Exchange::load(file).unwrap();
        let (status, list) = target.ask(&exchange, None).await;
        judge(
            &shapes,
            &exchange.front.operation,
            status,
            &list,
            &mut report,
        );
        let first = list["data"].get(0).and_then(|item| item["id"].as_u64());
        if let (Some((operation, path)), Some(id)) = (one, first) {
            let (status, found) = target.ask(&exchange, Some(&format!("{path}{id}"))).await;
            judge(&shapes, operation, status, &found, &mut report);
        }
    }
    assert!(report.is_empty(), "\n{report}again: cargo xtask sim verify");
}

/// What all answers of an operation that succeed show together.
fn shapes() -> BTreeMap<String, Shape> {
    let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
    for file in recorded::all() {
        let Exchange {
            front,
            request,
            response,
            ..
        } = &file.exchange;
        let json = response.body.as_json().filter(|_| response.status == 200);
        if let (&Method::GET, Some(json)) = (request.method(), json) {
            let shape = shapes.entry(front.operation.clone()).or_default();
            shape.learn(&serde_json::from_str(json.as_str()).unwrap());
        }
    }
    shapes
}

fn judge(
    shapes: &BTreeMap<String, Shape>,
    operation: &str,
    status: StatusCode,
    answer: &Value,
    report: &mut String,
) {
    if status != 200 {
        let _ = writeln!(report, "{operation}: answered {status}");
        return;
    }
    let mut seen = Shape::default();
    seen.learn(answer);
    for stranger in shapes[operation].strangers(&seen) {
        let _ = writeln!(report, "{operation}: {stranger}");
    }
}
