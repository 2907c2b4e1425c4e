//! How calls are made.

use std::time::Duration;

use http::HeaderMap;

use crate::Lane;

const MIB: usize = 1 << 20;

/// How calls are made: for a whole session, or for the view of it that
/// [`Session::with`](crate::Session::with) gives. What is not set stays as it was.
///
/// | option | default |
/// |---|---|
/// | [`timeout`](Self::timeout) | 60 s |
/// | [`attempt_timeout`](Self::attempt_timeout) | 30 s |
/// | [`max_body`](Self::max_body) | 32 MiB |
/// | [`max_error_body`](Self::max_error_body) | 4 MiB |
/// | [`max_item`](Self::max_item) | 1 MiB |
/// | [`concurrency`](Self::concurrency) | 8 |
/// | [`lane`](Self::lane) | [`Interactive`](Lane::Interactive) |
/// | [`max_wait`](Self::max_wait) | 10 min |
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use eloomi_core::CallOptions;
///
/// let patient = CallOptions::new().timeout(Duration::from_secs(300));
/// ```
#[derive(Clone, Default)]
#[must_use = "options do nothing until a session has them"]
pub struct CallOptions {
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    max_body: Option<usize>,
    max_error_body: Option<usize>,
    max_item: Option<usize>,
    concurrency: Option<usize>,
    lane: Option<Lane>,
    max_wait: Option<Duration>,
    headers: HeaderMap,
}

impl CallOptions {
    /// Options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long one call may take, from sending to the last byte, over all its attempts. Waiting
    /// for a token does not count. For a stream: per page, and only while somebody waits for
    /// the next item.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long one attempt of a call may take; there is a second after a 401.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How large the body of a success may be, in bytes, after decoding: 260 KB of gzip can
    /// hold 256 MiB. Streams count per item instead, see [`max_item`](Self::max_item).
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// How large the body of any other answer may be, in bytes, after decoding.
    pub fn max_error_body(mut self, bytes: usize) -> Self {
        self.max_error_body = Some(bytes);
        self
    }

    /// How large one item of a stream may be, in bytes, after decoding; the envelope around
    /// them as well.
    pub fn max_item(mut self, bytes: usize) -> Self {
        self.max_item = Some(bytes);
        self
    }

    /// How many requests [`send_all`](crate::Session::send_all) keeps under way; at least 1.
    pub fn concurrency(mut self, requests: usize) -> Self {
        self.concurrency = Some(requests.max(1));
        self
    }

    /// Which queue requests wait in for a slot of the [budget](crate::Budget).
    pub fn lane(mut self, lane: Lane) -> Self {
        self.lane = Some(lane);
        self
    }

    /// How long a request may wait for a slot of the [budget](crate::Budget); beyond it, an
    /// error of kind [`RateLimited`](crate::ErrorKind::RateLimited) says when to come again,
    /// at once if that is known at once. Zero sends now or not at all.
    pub fn max_wait(mut self, wait: Duration) -> Self {
        self.max_wait = Some(wait);
        self
    }

    /// Headers for every request. They replace the endpoint's own; credentials, and
    /// `Accept-Encoding`, are written after them. Those of the builder go on token requests too.
    pub fn headers(mut self, headers: HeaderMap) -> Self {
        self.headers.extend(headers);
        self
    }

    /// `self`, with what `over` sets.
    pub(crate) fn overlaid(&self, over: Self) -> Self {
        let mut headers = self.headers.clone();
        headers.extend(over.headers);
        Self {
            timeout: over.timeout.or(self.timeout),
            attempt_timeout: over.attempt_timeout.or(self.attempt_timeout),
            max_body: over.max_body.or(self.max_body),
            max_error_body: over.max_error_body.or(self.max_error_body),
            max_item: over.max_item.or(self.max_item),
            concurrency: over.concurrency.or(self.concurrency),
            lane: over.lane.or(self.lane),
            max_wait: over.max_wait.or(self.max_wait),
            headers,
        }
    }
}

/// The values in force.
impl CallOptions {
    pub(crate) fn timeout_or_default(&self) -> Duration {
        self.timeout.unwrap_or(Duration::from_secs(60))
    }

    pub(crate) fn attempt_timeout_or_default(&self) -> Duration {
        self.attempt_timeout.unwrap_or(Duration::from_secs(30))
    }

    /// The cap for a body read whole.
    pub(crate) fn body_cap(&self, success: bool) -> usize {
        if success {
            self.max_body.unwrap_or(32 * MIB)
        } else {
            self.max_error_body.unwrap_or(4 * MIB)
        }
    }

    pub(crate) fn item_cap(&self) -> usize {
        self.max_item.unwrap_or(MIB)
    }

    pub(crate) fn concurrency_or_default(&self) -> usize {
        self.concurrency.unwrap_or(8)
    }

    pub(crate) fn lane_or_default(&self) -> Lane {
        self.lane.unwrap_or_default()
    }

    pub(crate) fn max_wait_or_default(&self) -> Duration {
        self.max_wait.unwrap_or(Duration::from_secs(600))
    }

    pub(crate) fn extra_headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl std::fmt::Debug for CallOptions {
    /// All but the values of headers.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout_or_default())
            .field("attempt_timeout", &self.attempt_timeout_or_default())
            .field("max_body", &self.body_cap(true))
            .field("max_error_body", &self.body_cap(false))
            .field("max_item", &self.item_cap())
            .field("concurrency", &self.concurrency_or_default())
            .field("lane", &self.lane_or_default())
            .field("max_wait", &self.max_wait_or_default())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish()
    }
}
