//! From names to addresses.

use std::{
    fmt,
    future::Future,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    vec,
};

use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use tower_service::Service;

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
}

impl Service<Name> for Names {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, host: Name) -> Self::Future {
        let name = host.as_str().to_owned();
        let addresses = if let Some(resolve) = &self.0 {
            resolve(name.clone())
        } else {
            let addresses = GaiResolver::new().call(host);
            Box::pin(async move { Ok(addresses.await?.collect()) })
        };
        Box::pin(async move {
            let addresses = addresses.await.map_err(|error| unresolved(&name, error))?;
            Ok(addresses.into_iter())
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
