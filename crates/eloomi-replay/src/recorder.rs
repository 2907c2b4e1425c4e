//! A transport that records what another one carries.

use std::{fmt, sync::Arc};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Transport, TransportError};
use http::{Request, Response};

use crate::{Loss, Operations, Recording, Redactor, overheard::Overheard, tape::Tape};

/// How many bytes of a body are recorded, unless the caller says otherwise.
const CAP: usize = 4 * 1024 * 1024;

/// Records every exchange that passes through it, as the [`Redactor`] leaves it. Needs the
/// feature `redact`.
///
/// Requests and answers pass as they are; a body is passed on as it arrives. As soon as an
/// exchange is whole it is redacted, in memory, and only what comes out is kept. Nothing is
/// written anywhere until [`Recording::write_to`].
///
/// What is recorded:
///
/// - **Each attempt is an exchange.** A transport knows no calls, only requests: a 503 and the
///   200 after it are two exchanges, and a replay gives both, in their order. Token requests are
///   recorded like all others.
/// - **A redirect** is recorded as the 3xx that came. No transport follows it.
/// - **What did not become whole** is not recorded, and [`Recording::not_recorded`] tells: no
///   answer came (of a [`Replayer`](crate::Replayer) below, a miss too), the body broke off, the
///   caller stopped reading, or the body is over the cap of 4 MiB ([`cap`](Self::cap)). The
///   caller notices no difference. A replay of the rest has a gap there.
/// - **What is no known operation** is not recorded and reported in the same way.
///
/// Exchanges are numbered in the order in which their requests came. The same conversation gives
/// the same recording, if the redactor is seeded alike and requests come one after the other;
/// of requests that cross, the redactor may number ids in another order.
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use eloomi_core::Transport;
/// use eloomi_replay::{
///     Confidence, Operations, Origin, Recorder, Redaction, Redactor, Scripted, Step,
/// };
/// use http::{Method, Request};
/// use http_body_util::BodyExt as _;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let rules = Redaction::parse(r#"
///     version = 1
///     invented = { names = ["Ada"], phones = ["4500"], domains = ["example.invalid"] }
///     [models.User]
///     id = "pseudonym:id:user"
///     [operations.getUser]
///     routes = ["GET /v3/users/{pseudonym:id:user}"]
///     reply = "model:User"
/// "#)?;
/// let operations = Operations::new(Origin::Simulator, Confidence::Inferred)
///     .named("getUser", Method::GET, "/v3/users/{id}");
/// let service = Scripted::new([Step::status(200).body(r#"{"id": 80001, "shoe_size": 38}"#)]);
/// let recorder = Recorder::new(service, Redactor::seeded(rules, 7), operations);
///
/// // … let a client work over it; here by hand …
/// let request = Request::get("/v3/users/80001").body(Bytes::new())?;
/// recorder.send(request).await?.into_body().collect().await?;
///
/// let recording = recorder.recording();
/// assert_eq!(recording.files()[0].name, "01-get-user.exchange");
/// let (file, unknown) = recording.unknown().next().ok_or("a place that no rule names")?;
/// assert_eq!(file, "01-get-user.exchange");
/// assert_eq!(unknown.place(), "response body $.shoe_size");
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Recorder {
    upstream: Arc<dyn Transport>,
    tape: Arc<Tape>,
    cap: usize,
}

impl Recorder {
    /// Records what `upstream` carries.
    pub fn new(
        upstream: impl Transport + 'static,
        redactor: Redactor,
        operations: Operations,
    ) -> Self {
        Self {
            upstream: Arc::new(upstream),
            tape: Arc::new(Tape::new(redactor, operations)),
            cap: CAP,
        }
    }

    /// Records bodies of answers up to so many bytes, as they come over the wire; so many are
    /// held in memory for each answer that is under way.
    #[must_use]
    pub fn cap(mut self, bytes: usize) -> Self {
        self.cap = bytes;
        self
    }

    /// What was recorded so far.
    pub fn recording(&self) -> Recording {
        self.tape.recording()
    }
}

#[async_trait]
impl Transport for Recorder {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let take = self.tape.begin(&request);
        let method = request.method().clone();
        match self.upstream.send(request).await {
            Ok(answer) => {
                let (head, body) = answer.into_parts();
                let body = Overheard::new(take, &method, &head, body, self.cap);
                Ok(Response::from_parts(head, Body::new(body)))
            }
            Err(error) => {
                take.lose(Loss::NoAnswer(error.phase()));
                Err(error)
            }
        }
    }
}

impl fmt::Debug for Recorder {
    /// Says nothing of what it holds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder").finish_non_exhaustive()
    }
}
