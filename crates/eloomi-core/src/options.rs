//! How calls are made.

mod in_force;

use std::time::Duration;

use http::HeaderMap;

use crate::{Lane, Repeat};

/// How calls are made: for a whole session, or for the view of it that
/// [`Session::with`](crate::Session::with) gives. What is not set stays as it was.
///
/// | option | default |
/// |---|---|
/// | [`timeout`](Self::timeout) | 60 s |
/// | [`attempt_timeout`](Self::attempt_timeout) | 30 s |
/// | [`head_timeout`](Self::head_timeout) | 20 s |
/// | [`min_throughput`](Self::min_throughput) | 512 bytes in 10 s |
/// | [`attempts`](Self::attempts) | 3 |
/// | [`backoff`](Self::backoff) | up to 1 s, doubling, at most 20 s |
/// | [`max_retry_after`](Self::max_retry_after) | 60 s |
/// | [`repeat`](Self::repeat) | what the request says |
/// | [`max_body`](Self::max_body) | 32 MiB |
/// | [`max_error_body`](Self::max_error_body) | 4 MiB |
/// | [`max_item`](Self::max_item) | 1 MiB |
/// | [`max_pages`](Self::max_pages) | 10,000 |
/// | [`max_headers`](Self::max_headers) | 64 KiB |
/// | [`max_depth`](Self::max_depth) | 128 levels |
/// | [`concurrency`](Self::concurrency) | 8 |
/// | [`lane`](Self::lane) | [`Interactive`](Lane::Interactive) |
/// | [`max_wait`](Self::max_wait) | 10 min |
///
/// How long a connection may take to come about is the transport's to say.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use eloomi_core::CallOptions;
///
/// let patient = CallOptions::new().timeout(Duration::from_secs(300)).attempts(5);
/// ```
#[derive(Clone, Default)]
#[must_use = "options do nothing until a session has them"]
pub struct CallOptions {
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    head_timeout: Option<Duration>,
    min_throughput: Option<Throughput>,
    attempts: Option<u32>,
    backoff: Option<(Duration, Duration)>,
    max_retry_after: Option<Duration>,
    repeat: Option<Repeat>,
    max_body: Option<usize>,
    max_error_body: Option<usize>,
    max_item: Option<usize>,
    max_pages: Option<u64>,
    max_headers: Option<usize>,
    max_depth: Option<usize>,
    concurrency: Option<usize>,
    lane: Option<Lane>,
    max_wait: Option<Duration>,
    headers: HeaderMap,
}

/// So many bytes in any such time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Throughput {
    pub(crate) bytes: u64,
    pub(crate) per: Duration,
}

impl CallOptions {
    /// Options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long one call may take, from sending to the last byte, over all its attempts and the
    /// waits between them. Waiting for a token, or for a slot of the [budget](crate::Budget), does
    /// not count. For a stream: per page, and only while somebody waits for the next item.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long one attempt of a call may take, from sending to the last byte.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How long one attempt may take until the head of its answer is whole, connecting included.
    /// A byte now and then wins no more time.
    pub fn head_timeout(mut self, timeout: Duration) -> Self {
        self.head_timeout = Some(timeout);
        self
    }

    /// How many bytes of a body must arrive in any such time while it is waited for, as they
    /// travel; an answer that comes more slowly is given up. Zero bytes switch this off.
    pub fn min_throughput(mut self, bytes: u64, per: Duration) -> Self {
        self.min_throughput = Some(Throughput { bytes, per });
        self
    }

    /// How often a call is sent at most, at least once; 1 switches repetitions off. The one after a
    /// 401, with a new credential, comes on top.
    ///
    /// A call is sent again if that can help and does no harm: whatever it is, if no byte of it
    /// left or if it was refused with a 429; a request that [may be repeated](Repeat) also when
    /// its answer was lost or is a 408, 502, 503 or 504; and one that changes nothing also after
    /// a 500. All calls of a session together have a
    /// [quota](crate::SessionBuilder::retry_quota).
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = Some(attempts.max(1));
        self
    }

    /// How long to wait before a repetition: anything between nothing and `first`, which doubles
    /// each time up to `longest`. A `Retry-After` that is longer counts instead.
    pub fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.backoff = Some((first, longest));
        self
    }

    /// The longest `Retry-After` that is waited for. After a longer one the call fails at once, and
    /// [`Error::retry_after`](crate::Error::retry_after) tells how long it is.
    pub fn max_retry_after(mut self, wait: Duration) -> Self {
        self.max_retry_after = Some(wait);
        self
    }

    /// Takes the caller's word for whether a request may be repeated, instead of the request's
    /// own. To call a write [`Idempotent`](Repeat::Idempotent) that is none may carry it out twice.
    pub fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = Some(repeat);
        self
    }

    /// How large the body of a success may be, in bytes, after decoding: 260 KB of gzip can
    /// hold 256 MiB. Streams count per item instead, see [`max_item`](Self::max_item).
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// How large the body of any other answer may be, in bytes, after decoding. Of a larger one
    /// the status counts and the body is dropped.
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

    /// How many pages of a list a stream reads; at 100 items a page, a million items by default.
    /// Items without an id that change with every answer look new for ever to whoever asks a server
    /// that ignores the page.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.max_pages = Some(pages);
        self
    }

    /// How large the headers of an answer may be together, in bytes. A transport may have a
    /// smaller cap of its own.
    pub fn max_headers(mut self, bytes: usize) -> Self {
        self.max_headers = Some(bytes);
        self
    }

    /// How deep the JSON of a success may nest. What reads it may have a smaller cap of its own:
    /// `serde_json` has 128 levels.
    pub fn max_depth(mut self, levels: usize) -> Self {
        self.max_depth = Some(levels);
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

    /// How long a call may wait for slots of the [budget](crate::Budget), over all its attempts;
    /// beyond it, an error of kind [`RateLimited`](crate::ErrorKind::RateLimited) says when to come
    /// again, at once if that is known at once. Zero sends now or not at all.
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

    /// The same for token requests: they serve many callers, and whether they may be repeated is
    /// not for one of them to say.
    pub(crate) fn for_tokens(&self) -> Self {
        Self {
            repeat: None,
            lane: Some(Lane::Token),
            ..self.clone()
        }
    }

    /// `self`, with what `over` sets.
    pub(crate) fn overlaid(&self, over: Self) -> Self {
        let mut headers = self.headers.clone();
        headers.extend(over.headers);
        Self {
            timeout: over.timeout.or(self.timeout),
            attempt_timeout: over.attempt_timeout.or(self.attempt_timeout),
            head_timeout: over.head_timeout.or(self.head_timeout),
            min_throughput: over.min_throughput.or(self.min_throughput),
            attempts: over.attempts.or(self.attempts),
            backoff: over.backoff.or(self.backoff),
            max_retry_after: over.max_retry_after.or(self.max_retry_after),
            repeat: over.repeat.or(self.repeat),
            max_body: over.max_body.or(self.max_body),
            max_error_body: over.max_error_body.or(self.max_error_body),
            max_item: over.max_item.or(self.max_item),
            max_pages: over.max_pages.or(self.max_pages),
            max_headers: over.max_headers.or(self.max_headers),
            max_depth: over.max_depth.or(self.max_depth),
            concurrency: over.concurrency.or(self.concurrency),
            lane: over.lane.or(self.lane),
            max_wait: over.max_wait.or(self.max_wait),
            headers,
        }
    }
}
