//! From names to addresses, as hyper's connector asks for them.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll},
    vec,
};

use eloomi_stack::Names;
use hyper_util::client::legacy::connect::dns::Name;
use tower_service::Service;

/// [`Names`] as a service.
#[derive(Clone, Debug)]
pub(crate) struct Resolver(pub(crate) Names);

impl Service<Name> for Resolver {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, host: Name) -> Self::Future {
        let addresses = self.0.addresses(host.as_str());
        Box::pin(async move { Ok(addresses.await?.into_iter()) })
    }
}
