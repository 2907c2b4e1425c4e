//! From names to addresses.

use std::{fmt, future::Future, io, net::SocketAddr, pin::Pin, sync::Arc};

use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use tower_service::Service as _;

use crate::unresolved::unresolved;

/// The addresses of a host, when they are found.
pub type Addresses = Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>>;

/// Who finds the addresses of a host: the operating system, unless the application does.
///
/// # Examples
///
/// ```
/// use std::{future::ready, net::SocketAddr};
/// use eloomi_stack::Names;
///
/// # async fn example() -> std::io::Result<()> {
/// let names = Names::new(|_host| ready(Ok(vec![SocketAddr::from(([127, 0, 0, 1], 8443))])));
/// assert_eq!(names.addresses("people.example.com").await?.len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Names(Option<Arc<dyn Fn(String) -> Addresses + Send + Sync>>);

impl Names {
    /// Those of the application.
    pub fn new<F, A>(resolve: F) -> Self
    where
        F: Fn(String) -> A + Send + Sync + 'static,
        A: Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static,
    {
        Self(Some(Arc::new(move |host| Box::pin(resolve(host)))))
    }

    /// The addresses of a host. With those of the operating system it needs tokio, whose threads
    /// wait for it.
    ///
    /// # Errors
    ///
    /// That of the lookup, with the name of the host before it (F05).
    pub fn addresses(&self, host: &str) -> Addresses {
        let host = host.to_owned();
        let found = if let Some(resolve) = &self.0 {
            resolve(host.clone())
        } else {
            let host = host.clone();
            Box::pin(async move {
                let name: Name = host.parse().map_err(io::Error::other)?;
                Ok(GaiResolver::new().call(name).await?.collect())
            })
        };
        Box::pin(async move { found.await.map_err(|error| unresolved(&host, error)) })
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
