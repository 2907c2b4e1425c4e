//! Answers that a test has written beforehand.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use tokio::sync::oneshot;

/// Which request a scripted answer is for.
///
/// ```
/// use eloomi_sim::Matcher;
///
/// let second_page = Matcher::path("/v3/users").query("page", "2");
/// let any_write = Matcher::any().method("PATCH");
/// # let _ = (second_page, any_write);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a matcher does nothing until it is handed to the simulator"]
pub struct Matcher {
    method: Option<String>,
    path: Option<String>,
    query: Vec<(String, String)>,
}

impl Matcher {
    /// Fits every request.
    pub fn any() -> Self {
        Self::default()
    }

    /// Fits requests for exactly this path, as it stands in the request line: `/v3/users`.
    pub fn path(path: impl Into<String>) -> Self {
        Self {
            path: Some(path.into()),
            ..Self::default()
        }
    }

    /// Fits only requests with this method, such as `GET`.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Fits only requests whose query has this parameter with this value, decoded.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    pub(crate) fn fits(&self, method: &http::Method, uri: &Uri) -> bool {
        let query = uri.query().unwrap_or_default();
        let has = |name: &str, value: &str| {
            form_urlencoded::parse(query.as_bytes()).any(|pair| pair == (name.into(), value.into()))
        };
        self.method
            .as_ref()
            .is_none_or(|wanted| method.as_str() == wanted)
            && self.path.as_ref().is_none_or(|wanted| uri.path() == wanted)
            && self.query.iter().all(|(name, value)| has(name, value))
    }
}

/// An answer written by a test, sent as it stands.
///
/// ```
/// use eloomi_sim::Canned;
///
/// let maintenance = Canned::new(503).header("retry-after", "1").body("<h1>Back soon</h1>");
/// # let _ = maintenance;
/// ```
#[derive(Clone, Debug)]
#[must_use = "a canned answer does nothing until it is handed to the simulator"]
pub struct Canned {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) pace: Pace,
}

/// How the body of a canned answer goes out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pace {
    AtOnce,
    CutAfter(usize),
    Trickle { bytes: usize, pause: Duration },
}

impl Canned {
    /// An answer with this status, and neither headers nor body.
    ///
    /// A number that is no HTTP status (100 to 999) becomes 500.
    pub fn new(status: u16) -> Self {
        Self {
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            pace: Pace::AtOnce,
        }
    }

    /// An answer with this status and JSON text, sent as `application/json`.
    pub fn json(status: u16, text: impl Into<Bytes>) -> Self {
        Self::new(status)
            .header("content-type", "application/json")
            .body(text)
    }

    /// Adds a header; one that HTTP does not allow is left out.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.headers.append(name, value);
        }
        self
    }

    /// Sets the body.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// Breaks the connection after this many bytes of the body, which is announced whole.
    pub fn cut_after(mut self, bytes: usize) -> Self {
        self.pace = Pace::CutAfter(bytes);
        self
    }

    /// Sends the body in pieces of this many bytes, with a pause before each.
    pub fn trickle(mut self, bytes: usize, pause: Duration) -> Self {
        self.pace = Pace::Trickle { bytes, pause };
        self
    }
}

/// Holds one answer back until it is released or dropped.
#[must_use = "dropping a hold releases the answer"]
pub struct Hold {
    release: Option<oneshot::Sender<()>>,
}

impl Hold {
    /// Lets the answer go.
    pub fn release(mut self) {
        if let Some(release) = self.release.take() {
            // Nobody waits if the request never came, or its client is gone.
            let _ = release.send(());
        }
    }
}

impl fmt::Debug for Hold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hold").finish_non_exhaustive()
    }
}

/// What replaces the simulator's own answer.
#[derive(Debug)]
pub(crate) enum Instead {
    Answer(Canned),
    /// Breaks the connection without an answer.
    Drop,
}

/// What an answer waits for before it goes out.
#[derive(Debug)]
pub(crate) enum Wait {
    For(Duration),
    Until(oneshot::Receiver<()>),
}

impl Wait {
    pub(crate) async fn over(self) {
        match self {
            Self::For(time) => crate::clock::wait(time).await,
            // A dropped hold is released too.
            Self::Until(released) => drop(released.await),
        }
    }
}

/// The answers to come. A request takes the first of each kind that fits it.
#[derive(Debug, Default)]
pub(crate) struct Script {
    instead: Mutex<VecDeque<(Matcher, Instead)>>,
    waits: Mutex<VecDeque<(Matcher, Wait)>>,
}

impl Script {
    pub(crate) fn instead(&self, matcher: Matcher, instead: Instead) {
        push(&self.instead, matcher, instead);
    }

    pub(crate) fn wait(&self, matcher: Matcher, time: Duration) {
        push(&self.waits, matcher, Wait::For(time));
    }

    pub(crate) fn hold(&self, matcher: Matcher) -> Hold {
        let (release, released) = oneshot::channel();
        push(&self.waits, matcher, Wait::Until(released));
        Hold {
            release: Some(release),
        }
    }

    pub(crate) fn take(&self, method: &http::Method, uri: &Uri) -> (Option<Instead>, Option<Wait>) {
        (
            take(&self.instead, method, uri),
            take(&self.waits, method, uri),
        )
    }
}

fn push<T>(queue: &Mutex<VecDeque<(Matcher, T)>>, matcher: Matcher, item: T) {
    let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    queue.push_back((matcher, item));
}

fn take<T>(queue: &Mutex<VecDeque<(Matcher, T)>>, method: &http::Method, uri: &Uri) -> Option<T> {
    let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    let index = queue
        .iter()
        .position(|(matcher, _)| matcher.fits(method, uri))?;
    queue.remove(index).map(|(_, item)| item)
}
