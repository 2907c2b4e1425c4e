//! The seam to an HTTP stack.

use std::{error, fmt, sync::Arc, time::Duration};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};

use crate::Body;

/// Any error, boxed: what a transport reports as the cause of its own.
pub type BoxError = Box<dyn error::Error + Send + Sync>;

/// Carries one request to the head of its answer; the body follows as it is read.
///
/// The request has an absolute target and all headers but those of the connection (`Host`,
/// `Content-Length`), which the stack adds; otherwise a transport sends it as it is.
/// It never follows a redirect, never decodes a content encoding, never repeats a request
/// whose bytes may have left, and tells in its error how far the request got.
///
/// # Examples
///
/// ```
/// use async_trait::async_trait;
/// use bytes::Bytes;
/// use eloomi_core::{Body, Transport, TransportError};
/// use http::{Request, Response};
///
/// /// Answers everything with an empty object.
/// struct Quiet;
///
/// #[async_trait]
/// impl Transport for Quiet {
///     async fn send(&self, _request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
///         Ok(Response::new(Body::from("{}")))
///     }
/// }
/// ```
#[cfg_attr(feature = "mock", mockall::automock)]
#[async_trait]
pub trait Transport: Send + Sync {
    /// Sends `request` and returns when the head of the answer has arrived.
    ///
    /// # Errors
    ///
    /// [`TransportError`], with the [`Phase`] the request had reached. If unsure, give
    /// [`Phase::MaybeSent`]: only [`Phase::NotSent`] lets a write be repeated.
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError>;
}

#[async_trait]
impl<T: Transport + ?Sized> Transport for Arc<T> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        (**self).send(request).await
    }
}

/// How far a request got before it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// No byte of it left: name lookup, connection or TLS handshake failed.
    NotSent,
    /// It may have been carried out; no answer came.
    MaybeSent,
    /// The head of the answer came, its body did not.
    HeadReceived,
}

/// The stack could not bring an answer, or not all of it.
#[derive(Debug)]
pub struct TransportError {
    phase: Phase,
    is_permanent: bool,
    retry_after: Option<Duration>,
    source: BoxError,
}

impl TransportError {
    /// An error of a request that had reached `phase`.
    ///
    /// The text of `source` reaches logs: it names hosts at most, never a URL with its
    /// query, a header or a body.
    pub fn new(phase: Phase, source: impl Into<BoxError>) -> Self {
        Self {
            phase,
            is_permanent: false,
            retry_after: None,
            source: source.into(),
        }
    }

    /// Says that another try would fail alike: a certificate that is refused, say. The call is not
    /// repeated then.
    #[must_use]
    pub fn permanent(mut self) -> Self {
        self.is_permanent = true;
        self
    }

    /// Says how long to wait at least before another try: the other side has asked for it, as it
    /// can in HTTP/2 (`ENHANCE_YOUR_CALM`, RFC 9113 §7).
    #[must_use]
    pub fn after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// Whether another try would fail alike.
    pub fn is_permanent(&self) -> bool {
        self.is_permanent
    }

    /// How long to wait before another try.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// How far the request got.
    pub fn phase(&self) -> Phase {
        self.phase
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.phase {
            Phase::NotSent => "no connection",
            Phase::MaybeSent => "the connection failed before an answer came",
            Phase::HeadReceived => "the connection failed in the middle of the answer",
        })
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.source)
    }
}
