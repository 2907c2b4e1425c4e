//! What came in, for tests to look at.

mod arrivals;
mod kept_body;

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::body::Body;
use http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, Request};
use tokio::sync::watch;

pub(crate) use self::arrivals::Arrivals;
use self::kept_body::KeptBody;
use crate::behaviours::Behaviour;

/// How many requests are remembered: a simulator may run for weeks.
const MOST: usize = 100_000;

/// How many of them with their bodies.
const MOST_BODIES: usize = 10_000;

/// One request as the simulator saw it.
///
/// Values that could be secret are not kept: of `Authorization` and `ClientId` only their
/// presence, of token requests neither query nor body, of a password in a body three stars.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Recorded {
    /// Number of the connection it came on, counted from 1.
    pub connection: u64,
    /// `HTTP/1.1` or `HTTP/2.0`.
    pub version: &'static str,
    /// Method, such as `GET`.
    pub method: String,
    /// Path as it came, still percent-encoded.
    pub path: String,
    /// Path of the route, such as `/v3/users/{id}`; `None` if none was reached.
    pub template: Option<String>,
    /// Query as it came, without the question mark; empty if there was none.
    pub query: String,
    /// When it came, on the simulator's clock.
    pub arrived: Instant,
    /// How long the answer took, or `None` while there is none.
    pub took: Option<Duration>,
    /// Status of the answer, or `None` while there is none.
    pub status: Option<u16>,
    /// The behaviour that the answer shows: an id of [`behaviours`](crate::behaviours).
    pub behaviour: Option<&'static str>,
    /// The [faults](crate::Fault) that it met, as ids of [`behaviours`](crate::behaviours); those of
    /// a request without an answer, too.
    pub faults: Vec<&'static str>,
    /// What was in the headers.
    pub headers: HeadersSeen,
    body: KeptBody,
}

impl Recorded {
    /// The body of a request under `/v3` or, of a [`Directory`](crate::Directory), `/users`, as it
    /// came: JSON object or urlencoded form.
    ///
    /// `None` if there was none, if it has not come whole yet, if it was of another kind or
    /// longer than 64 KiB, and for all but the last 10 000 requests. The value of a field
    /// `password` or `client_secret` is `***`; such an object is written anew, without blanks.
    pub fn body(&self) -> Option<&str> {
        self.body.text()
    }
}

/// What a request's headers held, without anything secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeadersSeen {
    /// Whether there was an `Authorization`.
    pub authorization: bool,
    /// Whether there was a `ClientId`.
    pub client_id: bool,
    /// `Accept`, if it was there and was text.
    pub accept: Option<String>,
    /// `Accept-Encoding`, if it was there and was text.
    pub accept_encoding: Option<String>,
    /// `Content-Type`, if it was there and was text.
    pub content_type: Option<String>,
    /// `User-Agent`, if it was there and was text.
    pub user_agent: Option<String>,
}

impl HeadersSeen {
    fn of(headers: &HeaderMap) -> Self {
        let text = |name| Some(headers.get(name)?.to_str().ok()?.to_owned());
        Self {
            authorization: headers.contains_key(AUTHORIZATION),
            client_id: headers.contains_key("clientid"),
            accept: text(ACCEPT),
            accept_encoding: text(ACCEPT_ENCODING),
            content_type: text(CONTENT_TYPE),
            user_agent: text(USER_AGENT),
        }
    }
}

/// The requests so far, oldest first.
#[derive(Debug)]
pub(crate) struct Journal {
    pages: Mutex<Pages>,
    /// How many requests ever came; tests wait on it.
    count: watch::Sender<u64>,
    arrivals: Option<Arrivals>,
}

#[derive(Debug, Default)]
struct Pages {
    kept: VecDeque<Recorded>,
    /// How many requests were forgotten.
    gone: u64,
}

/// Which entry of the journal is meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry(u64);

impl Journal {
    pub(crate) fn new(arrivals: Option<Arrivals>) -> Self {
        Self {
            pages: Mutex::default(),
            count: watch::Sender::new(0),
            arrivals,
        }
    }

    /// Notes that a request came.
    pub(crate) fn open(
        &self,
        request: &Request<Body>,
        may_be_kept: bool,
        connection: u64,
        now: Instant,
    ) -> Entry {
        let path = request.uri().path().to_owned();
        let query = request.uri().query().unwrap_or_default();
        let recorded = Recorded {
            connection,
            version: match request.version() {
                http::Version::HTTP_2 => "HTTP/2.0",
                http::Version::HTTP_10 => "HTTP/1.0",
                _ => "HTTP/1.1",
            },
            method: request.method().to_string(),
            // A secret in a query is a mistake, but one that must not be kept.
            query: if may_be_kept { query } else { "" }.to_owned(),
            path,
            template: None,
            arrived: now,
            took: None,
            status: None,
            behaviour: None,
            faults: Vec::new(),
            headers: HeadersSeen::of(request.headers()),
            body: KeptBody::default(),
        };
        let entry = {
            let mut pages = self.pages();
            if pages.kept.len() >= MOST {
                pages.kept.pop_front();
                pages.gone += 1;
            }
            pages.kept.push_back(recorded);
            let bodiless = pages.kept.len().checked_sub(MOST_BODIES + 1);
            if let Some(older) = bodiless.and_then(|index| pages.kept.get_mut(index)) {
                older.body = KeptBody::default();
            }
            Entry(pages.gone + pages.kept.len() as u64 - 1)
        };
        if let Some(arrivals) = &self.arrivals {
            arrivals.note(now);
        }
        self.count.send_modify(|count| *count += 1);
        entry
    }

    /// Notes the body of a request.
    pub(crate) fn body(&self, entry: Entry, headers: &HeaderMap, body: &[u8]) {
        let kept = KeptBody::of(headers, body);
        self.edit(entry, |recorded| recorded.body = kept);
    }

    /// Notes which route a request reached.
    pub(crate) fn route(&self, entry: Entry, template: &str) {
        self.edit(entry, |recorded| {
            recorded.template = Some(template.to_owned());
        });
    }

    /// Notes which faults a request met.
    pub(crate) fn faults(&self, entry: Entry, met: Vec<&'static str>) {
        self.edit(entry, |recorded| recorded.faults = met);
    }

    /// Notes what was answered.
    pub(crate) fn close(&self, entry: Entry, status: u16, shows: &'static Behaviour, now: Instant) {
        self.edit(entry, |recorded| {
            recorded.status = Some(status);
            recorded.behaviour = Some(shows.id);
            recorded.took = Some(now.saturating_duration_since(recorded.arrived));
        });
    }

    pub(crate) fn all(&self) -> Vec<Recorded> {
        self.pages().kept.iter().cloned().collect()
    }

    /// Waits until this many requests have come since the start.
    pub(crate) async fn reaches(&self, requests: u64) {
        // The sender lives as long as `self`, so this cannot fail.
        let _ = self
            .count
            .subscribe()
            .wait_for(|count| *count >= requests)
            .await;
    }

    fn edit(&self, entry: Entry, change: impl FnOnce(&mut Recorded)) {
        let mut pages = self.pages();
        let index = entry.0.checked_sub(pages.gone);
        let index = index.and_then(|index| usize::try_from(index).ok());
        if let Some(recorded) = index.and_then(|index| pages.kept.get_mut(index)) {
            change(recorded);
        }
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
