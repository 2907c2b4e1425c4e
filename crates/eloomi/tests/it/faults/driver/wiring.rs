//! The stack of a row, set up for its server.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use eloomi::{HyperTransport, ReqwestTransport, Transport};
use futures_util::future::BoxFuture;

use super::knobs::Knobs;
use crate::ground::Stack;

/// What a stack is told; both are told alike.
#[derive(Clone, Default)]
pub(crate) struct Wiring {
    /// Whom to trust; nobody where there is no TLS.
    pub(crate) roots: Option<String>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) ping: Option<Duration>,
    pub(crate) resolve: Option<Resolve>,
    pub(crate) proxy_from_env: bool,
}

/// Finds the addresses of a host.
pub(crate) type Resolve =
    Arc<dyn Fn(String) -> BoxFuture<'static, io::Result<Vec<SocketAddr>>> + Send + Sync>;

macro_rules! told {
    ($builder:expr, $wiring:expr) => {{
        let Wiring {
            roots,
            connect_timeout,
            ping,
            resolve,
            proxy_from_env,
        } = $wiring;
        let mut builder = match roots {
            Some(pem) => $builder.trust_only(pem),
            None => $builder.trust_nobody(),
        };
        if let Some(timeout) = connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(ping) = ping {
            builder = builder.keep_alive_ping(ping, ping);
        }
        if let Some(resolve) = resolve {
            builder = builder.resolver(move |host| resolve(host));
        }
        if proxy_from_env {
            builder = builder.proxy_from_env();
        }
        Arc::new(builder.build().unwrap())
    }};
}

impl Wiring {
    pub(crate) fn of(roots: Option<&str>, knobs: &Knobs) -> Self {
        Self {
            roots: roots.map(str::to_owned),
            connect_timeout: knobs.connect_timeout.map(Duration::from_millis),
            ping: knobs.ping.map(Duration::from_millis),
            resolve: None,
            proxy_from_env: false,
        }
    }

    pub(crate) fn transport(self, stack: Stack) -> Arc<dyn Transport> {
        match stack {
            Stack::Hyper => told!(HyperTransport::builder(), self),
            Stack::Reqwest => told!(ReqwestTransport::builder(), self),
            Stack::Tower => unreachable!("the rows are for the stacks that we set up"),
        }
    }
}
