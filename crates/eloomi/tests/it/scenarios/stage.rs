//! Who tells a story where: against the simulator, or against what was recorded of it.

use std::sync::{Arc, Mutex};

use eloomi::{Client, ClientCredentials, RawRequest, Session};
use eloomi_sim::Simulator;
use http::{HeaderValue, Method};

use super::{story::Story, teller::Teller};
use crate::ground::{Stack, transport};

impl Teller {
    /// One who reaches the service at this address, over this stack.
    pub(super) fn new(
        story: &Story,
        stack: Stack,
        base_url: &str,
        credentials: ClientCredentials,
    ) -> Self {
        let transport = transport(stack, None);
        let client = Client::builder(credentials.clone(), Arc::clone(&transport))
            .base_url(base_url)
            .user_agent("suite/1")
            .options((story.options)())
            .build()
            .unwrap();
        let session = Session::builder(base_url.parse().unwrap(), transport)
            .user_agent(HeaderValue::from_static("suite/1"))
            .build();
        Self {
            client,
            session,
            credentials,
            sim: None,
            text: Mutex::default(),
        }
    }
}

/// The simulator of a story, with everybody in it who is there before it begins.
pub(super) async fn set(story: &Story) -> Simulator {
    let builder = (story.simulator)().people(0).clock_stands_still();
    let sim = builder.start().await.unwrap();
    let transport = transport(Stack::Hyper, None);
    let client = Client::builder(crate::ground::credentials(&sim), transport)
        .base_url(sim.base_url())
        .unlimited()
        .build()
        .unwrap();
    for body in story.people {
        let create = RawRequest::new(Method::POST, "/v3/users").json(*body);
        client.send(create).await.unwrap();
    }
    sim
}
