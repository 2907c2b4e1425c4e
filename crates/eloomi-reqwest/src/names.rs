//! From names to addresses.

use std::{fmt, future::Future, io, net::SocketAddr, pin::Pin, sync::Arc};

use hyper_util::client::legacy::connect::dns::{self, GaiResolver};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tower_service::Service as _;

use crate::unresolved::unresolved;

type Addresses = Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>>;

/// The operating system's names, or the application's.
#[derive(Clone, Default)]
pub(crate) struct Names(Option<Arc<dyn Fn(String) -> Addresses + Send + Sync>>);

impl Names {
    pub(crate) fn new<F, A>(resolve: F) -> Self
    where
        F: Fn(String) -> A + Send + Sync + 'static,
        A: Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static,
    {
        Self(Some(Arc::new(move |host| Box::pin(resolve(host)))))
    }

    fn addresses(&self, host: String) -> Addresses {
        match &self.0 {
            Some(resolve) => resolve(host),
            // As reqwest does by itself, but that it does not name the host that is not found.
            None => Box::pin(async move {
                let name: dns::Name = host.parse().map_err(io::Error::other)?;
                Ok(GaiResolver::new().call(name).await?.collect())
            }),
        }
    }
}

impl Resolve for Names {
    fn resolve(&self, host: Name) -> Resolving {
        let host = host.as_str().to_owned();
        let addresses = self.addresses(host.clone());
        Box::pin(async move {
            let addresses = addresses.await.map_err(|error| unresolved(&host, error))?;
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            None => "the operating system's",
            Some(_) => "the application's",
        })
    }
}
