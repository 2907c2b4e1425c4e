//! From names to addresses, as reqwest asks for them.

use eloomi_stack::Names;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// [`Names`] as a resolver.
#[derive(Debug)]
pub(crate) struct Resolver(pub(crate) Names);

impl Resolve for Resolver {
    fn resolve(&self, host: Name) -> Resolving {
        let addresses = self.0.addresses(host.as_str());
        Box::pin(async move { Ok(Box::new(addresses.await?.into_iter()) as Addrs) })
    }
}
