//! From names to addresses.

use std::{fmt, future::Future, io, net::SocketAddr, sync::Arc};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// The names of the application.
#[derive(Clone)]
pub(crate) struct Names(Arc<dyn Fn(String) -> Resolving + Send + Sync>);

impl Names {
    pub(crate) fn new<F, A>(resolve: F) -> Self
    where
        F: Fn(String) -> A + Send + Sync + 'static,
        A: Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static,
    {
        Self(Arc::new(move |host| {
            let addresses = resolve(host);
            Box::pin(async move { Ok(Box::new(addresses.await?.into_iter()) as Addrs) })
        }))
    }
}

impl Resolve for Names {
    fn resolve(&self, host: Name) -> Resolving {
        (self.0)(host.as_str().to_owned())
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the application's")
    }
}
