//! Transports that do the same with every request.

use std::{
    fmt, future,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Phase, Transport, TransportError};
use http::{Request, Response};

/// Requests, in the order in which they came.
#[derive(Default)]
struct Sent(Mutex<Vec<Request<Bytes>>>);

impl Sent {
    fn push(&self, request: Request<Bytes>) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(request);
    }

    fn all(&self) -> Vec<Request<Bytes>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Never answers: for tests of what your code does meanwhile, and of its timeouts.
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use eloomi_core::Transport;
/// use eloomi_replay::NeverAnswers;
/// use http::Request;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let transport = NeverAnswers::new();
/// let request = Request::get("https://api.example.invalid/").body(Bytes::new())?;
/// tokio::select! {
///     biased;
///     _ = transport.send(request) => unreachable!("nothing answers"),
///     () = std::future::ready(()) => assert_eq!(transport.sent().len(), 1),
/// }
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Default)]
pub struct NeverAnswers(Sent);

impl NeverAnswers {
    /// Nothing was sent yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was sent so far; with its secrets, so do not print it.
    pub fn sent(&self) -> Vec<Request<Bytes>> {
        self.0.all()
    }
}

#[async_trait]
impl Transport for NeverAnswers {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        self.0.push(request);
        future::pending().await
    }
}

impl fmt::Debug for NeverAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NeverAnswers").finish_non_exhaustive()
    }
}

/// Fails every request, having got as far as it says.
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use eloomi_core::{Phase, Transport};
/// use eloomi_replay::Fails;
/// use http::Request;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let transport = Fails::new(Phase::NotSent);
/// let request = Request::get("https://api.example.invalid/").body(Bytes::new())?;
/// let error = transport.send(request).await.err().ok_or("it fails")?;
/// assert_eq!(error.phase(), Phase::NotSent);
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Fails {
    phase: Phase,
    sent: Sent,
}

impl Fails {
    /// Fails at `phase`.
    pub fn new(phase: Phase) -> Self {
        Self {
            phase,
            sent: Sent::default(),
        }
    }

    /// What was sent so far, as far as it got; with its secrets, so do not print it.
    pub fn sent(&self) -> Vec<Request<Bytes>> {
        self.sent.all()
    }
}

#[async_trait]
impl Transport for Fails {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        self.sent.push(request);
        Err(TransportError::new(self.phase, "it fails always"))
    }
}

impl fmt::Debug for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fails")
            .field("phase", &self.phase)
            .finish_non_exhaustive()
    }
}
