//! Where a test stands: a simulator, and a client that reaches it over one stack.

use std::sync::Arc;

use eloomi::{
    CallOptions, Client, ClientBuilder, ClientCredentials, HyperTransport, ReqwestTransport,
    Transport,
};
use eloomi_sim::{Builder, Recorded, Simulator, Tls};

use crate::tower_stack;

/// The HTTP stack under test.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stack {
    Hyper,
    Reqwest,
    Tower,
}

/// What is spoken on the socket.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protocol {
    PlainH1,
    TlsH1,
    TlsH2,
}

/// A simulator and a client for it.
pub(crate) struct Ground {
    pub(crate) sim: Simulator,
    pub(crate) client: Client,
    stack: Stack,
    protocol: Protocol,
}

impl Ground {
    pub(crate) async fn new(stack: Stack, protocol: Protocol, simulator: Builder) -> Self {
        let tls = match protocol {
            Protocol::PlainH1 => Tls::Off,
            Protocol::TlsH1 => Tls::H1Only,
            Protocol::TlsH2 => Tls::H1AndH2,
        };
        let sim = simulator.tls(tls).start().await.unwrap();
        let roots = sim.root_certificate_pem().map(str::to_owned);
        let transport = transport(stack, roots);
        let client = builder(&sim, credentials(&sim), transport).build().unwrap();
        Self {
            sim,
            client,
            stack,
            protocol,
        }
    }

    /// Another client of the same simulator, set up differently, with a pool of its own.
    pub(crate) fn client(
        &self,
        credentials: ClientCredentials,
        set_up: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Client {
        let roots = self.sim.root_certificate_pem().map(str::to_owned);
        self.client_trusting(roots, credentials, set_up)
    }

    /// The same, trusting other authorities than the simulator's: the system's, if none.
    pub(crate) fn client_trusting(
        &self,
        roots: Option<String>,
        credentials: ClientCredentials,
        set_up: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Client {
        let transport = transport(self.stack, roots);
        set_up(builder(&self.sim, credentials, transport))
            .build()
            .unwrap()
    }

    pub(crate) fn is_tls(&self) -> bool {
        self.protocol != Protocol::PlainH1
    }

    /// What came in beside token requests, each in the protocol that the test is about.
    pub(crate) fn requests(&self) -> Vec<Recorded> {
        let version = match self.protocol {
            Protocol::PlainH1 | Protocol::TlsH1 => "HTTP/1.1",
            Protocol::TlsH2 => "HTTP/2.0",
        };
        let all = self.sim.requests();
        assert!(all.iter().all(|request| request.version == version));
        all.into_iter()
            .filter(|request| request.path != "/oauth/token")
            .collect()
    }
}

/// What the simulator handed out.
pub(crate) fn credentials(sim: &Simulator) -> ClientCredentials {
    ClientCredentials::new(sim.client_id(), sim.client_secret())
}

fn builder(
    sim: &Simulator,
    credentials: ClientCredentials,
    transport: Arc<dyn Transport>,
) -> ClientBuilder {
    Client::builder(credentials, transport)
        .base_url(sim.base_url())
        .user_agent("suite/1")
        // What a single answer comes to; the tests of faults repeat.
        .options(CallOptions::new().attempts(1))
        // The tests of the limit say so where they need one; the others shall not wait.
        .unlimited()
}

pub(crate) fn transport(stack: Stack, roots: Option<String>) -> Arc<dyn Transport> {
    match stack {
        Stack::Hyper => {
            let mut builder = HyperTransport::builder();
            if let Some(pem) = roots {
                builder = builder.trust_only(pem);
            }
            Arc::new(builder.build().unwrap())
        }
        Stack::Reqwest => {
            let mut builder = ReqwestTransport::builder();
            if let Some(pem) = roots {
                builder = builder.trust_only(pem);
            }
            Arc::new(builder.build().unwrap())
        }
        Stack::Tower => Arc::new(tower_stack::transport(roots)),
    }
}
