//! A transport that does as a list says.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Phase, Transport, TransportError};
use http::{Request, Response};

use crate::Step;

/// Takes the next [`Step`] for each request, whatever is asked, and keeps what was sent: for
/// tests of what your code does with an answer, a failure, or none.
///
/// A client's token request takes a step too. A request for which no step is left fails as not
/// sent, and says that another try would fail alike. No socket, no task; time passes only for a
/// step that says so, on the clock that it was given.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use bytes::Bytes;
/// use eloomi_core::{Phase, Transport};
/// use eloomi_replay::{Scripted, Step};
/// use http::Request;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let transport = Arc::new(Scripted::new([
///     Step::fails(Phase::NotSent),
///     Step::status(503).header("retry-after", "1"),
///     Step::json(200, r#"{"data": []}"#),
/// ]));
/// // … build a client over `transport.clone()` and let it work; here by hand …
/// let ask = || Request::get("https://api.example.invalid/v3/users").body(Bytes::new());
/// assert!(transport.send(ask()?).await.is_err());
/// assert_eq!(transport.send(ask()?).await?.status(), 503);
/// assert_eq!(transport.send(ask()?).await?.status(), 200);
///
/// assert_eq!(transport.sent().len(), 3);
/// assert_eq!(transport.steps_left(), 0);
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Scripted(Mutex<State>);

struct State {
    steps: VecDeque<Step>,
    sent: Vec<Request<Bytes>>,
}

impl Scripted {
    /// A script of these steps.
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self(Mutex::new(State {
            steps: steps.into_iter().collect(),
            sent: Vec::new(),
        }))
    }

    /// What was sent so far, in the order in which it came; with its secrets, so do not print
    /// it.
    pub fn sent(&self) -> Vec<Request<Bytes>> {
        self.state().sent.clone()
    }

    /// How many steps nobody has taken.
    pub fn steps_left(&self) -> usize {
        self.state().steps.len()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Transport for Scripted {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let step = {
            let mut state = self.state();
            state.sent.push(request);
            state.steps.pop_front()
        };
        let Some(step) = step else {
            let what = "the script has no step for this request";
            return Err(TransportError::new(Phase::NotSent, what).permanent());
        };
        step.take().await
    }
}

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Scripted")
            .field("sent", &state.sent.len())
            .field("steps_left", &state.steps.len())
            .finish()
    }
}
