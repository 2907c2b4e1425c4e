//! A client of the raw server.

use std::{sync::Arc, time::Duration};

use eloomi::{Budget, Client, ClientCredentials, Transport};
use eloomi_sim::{FaultScript, FaultServer};

use super::{Axis, Shown, Wiring, knobs::Knobs, token_at_hand::TokenAtHand};

/// A raw server and a client of it, whose token is at hand.
pub(crate) struct Served {
    pub(crate) server: FaultServer,
    pub(crate) client: Client,
}

impl Served {
    pub(crate) async fn start(script: FaultScript, axis: &Axis, knobs: &Knobs) -> Self {
        let server = FaultServer::start(script).await.unwrap();
        let wiring = Wiring::of(server.root_certificate_pem(), knobs);
        let client = client(&server.base_url(), wiring.transport(axis.stack), knobs);
        Self { server, client }
    }

    /// What became of the slots, and what the server saw once it is quiet.
    pub(crate) async fn shown(self, seen: &mut Shown) {
        seen.slots(&self.client);
        drop(self.client);
        self.server.quiet().await;
        let journal = self.server.journal();
        seen.line(format_args!(
            "connections {}, requests {}\n{journal}",
            journal.connections(),
            journal.requests()
        ));
    }
}

/// A client at this address, over a stack, with a token at hand.
pub(crate) fn client(base_url: &str, transport: Arc<dyn Transport>, knobs: &Knobs) -> Client {
    let credentials = ClientCredentials::new(200, "sim-canary");
    Client::builder(
        credentials,
        Arc::new(TokenAtHand(transport)) as Arc<dyn Transport>,
    )
    .base_url(base_url)
    .user_agent("faults/1")
    .budget(Budget::new(600, Duration::from_secs(60)))
    .options(knobs.options())
    .build()
    .unwrap()
}
