//! What a scripted transport does with one request.

use std::{fmt, future, sync::Arc, time::Duration};

use bytes::Bytes;
use eloomi_core::{Body, Clock, Phase, TransportError};
use http::{HeaderName, HeaderValue, Response, StatusCode, header::CONTENT_TYPE};

use crate::{Exchange, Values, framing};

/// What a [`Scripted`](crate::Scripted) transport does with one request.
///
/// # Examples
///
/// ```
/// use std::{sync::Arc, time::Duration};
/// use eloomi_core::{ManualClock, Phase};
/// use eloomi_replay::Step;
///
/// let clock = ManualClock::new();
/// let steps = [
///     Step::status(204),
///     Step::json(200, r#"{"data": []}"#),
///     Step::status(503).header("retry-after", "1").body("come back later"),
///     Step::fails(Phase::MaybeSent).after(Duration::from_secs(3), Arc::new(clock)),
///     Step::never(),
/// ];
/// # let _ = steps;
/// ```
pub struct Step {
    what: What,
    delay: Option<(Duration, Arc<dyn Clock>)>,
}

enum What {
    Answer(Result<Response<Bytes>, http::Error>),
    Fail(Phase),
    Never,
}

impl Step {
    fn new(what: What) -> Self {
        Self { what, delay: None }
    }

    /// An answer with this status, without a body. A number that is no status fails the
    /// request, when its turn comes.
    pub fn status(status: u16) -> Self {
        let status = StatusCode::from_u16(status).map_err(http::Error::from);
        Self::new(What::Answer(status.map(|status| {
            let mut answer = Response::new(Bytes::new());
            *answer.status_mut() = status;
            answer
        })))
    }

    /// An answer with this status and `application/json`; the body is sent as it is, JSON or
    /// not.
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        Self::status(status)
            .header(CONTENT_TYPE.as_str(), "application/json")
            .body(body)
    }

    /// The answer of an exchange, whatever was asked, placeholders filled with
    /// [`Values::invented`].
    pub fn exchange(exchange: &Exchange) -> Self {
        let method = exchange.request.method();
        Self::new(What::Answer(framing::answer(
            exchange,
            method,
            &Values::invented(),
        )))
    }

    /// Fails, having got that far.
    pub fn fails(phase: Phase) -> Self {
        Self::new(What::Fail(phase))
    }

    /// Never answers.
    pub fn never() -> Self {
        Self::new(What::Never)
    }

    /// Adds a header to an answer. One that is none fails the request, when its turn comes.
    #[must_use]
    pub fn header(self, name: &str, value: &str) -> Self {
        self.edited(|answer| {
            let name = HeaderName::from_bytes(name.as_bytes())?;
            answer
                .headers_mut()
                .append(name, HeaderValue::from_str(value)?);
            Ok(())
        })
    }

    /// Gives an answer this body.
    #[must_use]
    pub fn body(self, body: impl Into<Bytes>) -> Self {
        self.edited(|answer| {
            *answer.body_mut() = body.into();
            Ok(())
        })
    }

    /// Waits on `clock` before it does anything: on a
    /// [`ManualClock`](eloomi_core::ManualClock), until you move it.
    #[must_use]
    pub fn after(mut self, delay: Duration, clock: Arc<dyn Clock>) -> Self {
        self.delay = Some((delay, clock));
        self
    }

    /// Steps that are no answers stay as they are.
    fn edited(
        mut self,
        edit: impl FnOnce(&mut Response<Bytes>) -> Result<(), http::Error>,
    ) -> Self {
        if let What::Answer(answer) = &mut self.what
            && let Ok(whole) = answer
            && let Err(error) = edit(whole)
        {
            *answer = Err(error);
        }
        self
    }

    pub(crate) async fn take(self) -> Result<Response<Body>, TransportError> {
        if let Some((delay, clock)) = self.delay {
            clock.sleep(delay).await;
        }
        match self.what {
            What::Answer(Ok(answer)) => Ok(answer.map(Body::from)),
            What::Answer(Err(error)) => Err(TransportError::new(Phase::NotSent, error).permanent()),
            What::Fail(phase) => Err(TransportError::new(phase, "as scripted")),
            What::Never => future::pending().await,
        }
    }
}

impl fmt::Debug for Step {
    /// Says what it does, and nothing of headers and body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            What::Answer(Ok(answer)) => write!(f, "answer {}", answer.status().as_u16())?,
            What::Answer(Err(_)) => f.write_str("an answer that cannot be")?,
            What::Fail(phase) => write!(f, "fail as {phase:?}")?,
            What::Never => f.write_str("never answer")?,
        }
        match &self.delay {
            Some((delay, _)) => write!(f, " after {delay:?}"),
            None => Ok(()),
        }
    }
}
