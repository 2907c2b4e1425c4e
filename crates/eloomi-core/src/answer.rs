//! A value together with the answer it came in.

use std::fmt;

use http::{HeaderMap, StatusCode};

/// A value, and what the answer said beside it. From [`Session::call`](crate::Session::call).
#[derive(Clone)]
#[non_exhaustive]
pub struct Answer<T> {
    /// The value.
    pub value: T,
    /// The status code.
    pub status: StatusCode,
    /// The answer's headers.
    pub headers: HeaderMap,
}

impl<T> Answer<T> {
    pub(crate) fn new(value: T, status: StatusCode, headers: HeaderMap) -> Self {
        Self {
            value,
            status,
            headers,
        }
    }

    /// The state of the service's rate limit, as this answer tells it.
    pub fn rate_limit(&self) -> RateLimit {
        RateLimit::of(&self.headers)
    }

    /// The value alone.
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T> fmt::Debug for Answer<T> {
    /// The status and the names of the headers; value and headers are private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// What `X-RateLimit-Limit` and `X-RateLimit-Remaining` say. Malformed numbers are absent.
///
/// `remaining` is already old when it arrives: other calls are on their way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// Requests allowed per window.
    pub limit: Option<u64>,
    /// Requests left in this window.
    pub remaining: Option<u64>,
}

impl RateLimit {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let number = |name| headers.get(name)?.to_str().ok()?.trim().parse().ok();
        Self {
            limit: number("x-ratelimit-limit"),
            remaining: number("x-ratelimit-remaining"),
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn malformed_numbers_are_absent() {
        let mut headers = HeaderMap::new();
        headers.insert("x-ratelimit-limit", HeaderValue::from_static(" 600 "));
        headers.insert("x-ratelimit-remaining", HeaderValue::from_static("-1"));
        let state = Answer::new((), StatusCode::OK, headers).rate_limit();
        assert_eq!((state.limit, state.remaining), (Some(600), None));
    }
}
