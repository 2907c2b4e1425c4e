//! The seam to credentials.

use std::time::Duration;

use async_trait::async_trait;
use http::HeaderMap;

use crate::{Error, Reply, Session};

/// Puts credentials on requests, and gets them first where it must.
///
/// The pipeline asks in this order: [`is_ready`](Self::is_ready) for every request;
/// [`prepare`](Self::prepare) when it is not; [`stamp`](Self::stamp) once nothing stands
/// between the request and the socket; [`refused`](Self::refused) after a 401.
///
/// # Examples
///
/// ```
/// use async_trait::async_trait;
/// use eloomi_core::{Authorizer, Error, Refusal, Reply, Session, Stamp};
/// use http::{HeaderMap, HeaderValue};
///
/// /// A key that never changes.
/// struct ApiKey(HeaderValue);
///
/// #[async_trait]
/// impl Authorizer for ApiKey {
///     fn is_ready(&self) -> bool {
///         true
///     }
///
///     async fn prepare(&self, _anonymous: &Session) -> Result<(), Error> {
///         Ok(())
///     }
///
///     fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp> {
///         headers.insert("apikey", self.0.clone());
///         Some(Stamp(0))
///     }
///
///     fn refused(&self, _used: Stamp, _reply: &Reply) -> Refusal {
///         Refusal::Final
///     }
/// }
/// ```
#[async_trait]
pub trait Authorizer: Send + Sync {
    /// Whether a good credential is at hand. Answers at once; asked for every request.
    fn is_ready(&self) -> bool;

    /// Gets a credential. `anonymous` is the same session without an authorizer, so token
    /// requests go through the same pipeline.
    ///
    /// # Errors
    ///
    /// The error of the request that should have brought one.
    async fn prepare(&self, anonymous: &Session) -> Result<(), Error>;

    /// Writes the current credential and says which one it was; `None` if there is none.
    fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp>;

    /// Takes note of a 401 that came for the credential `used`.
    fn refused(&self, used: Stamp, reply: &Reply) -> Refusal;
}

/// Which credential a request went out with, so that a late 401 does not throw away a newer
/// one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(pub u64);

/// Whether a 401 can be helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A fresh credential may help: the request is repeated once.
    Refresh,
    /// It would be refused again.
    Final,
}

impl Refusal {
    /// The longest time between a renewed credential and the request that is repeated with it,
    /// 500 ms: a part of the service may not know yet what another part has issued. A refusal of
    /// the new credential in that time may be of such a part.
    pub const LONGEST_PAUSE: Duration = Duration::from_millis(500);
}
