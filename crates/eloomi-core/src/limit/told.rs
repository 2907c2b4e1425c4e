//! What an answer tells of the service's limit.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode, header::DATE};

use crate::{RateLimit, retry_after::retry_after};

/// A reset that lies farther ahead is a mistake: windows are a minute.
const LONGEST_RESET: Duration = Duration::from_secs(120);

/// Larger numbers are milliseconds; in seconds it is the year 5138.
const MILLISECONDS_FROM: u64 = 100_000_000_000;

/// The headers of an answer, as far as they concern the limit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    /// Requests allowed per window; never 0, which would stop everything for as long as it is said.
    pub(crate) limit: Option<u64>,
    /// Requests left.
    pub(crate) remaining: Option<u64>,
    /// The request was one too many.
    pub(crate) is_refused: bool,
    /// How long to wait then, if a header says so.
    pub(crate) wait: Option<Duration>,
    /// Whether the service has certainly counted the request: it answers a 401 or a 429 before
    /// it counts (inferred).
    pub(crate) is_counted: bool,
}

impl Told {
    pub(crate) fn of(status: StatusCode, headers: &HeaderMap, wall: SystemTime) -> Self {
        let is_refused = status == StatusCode::TOO_MANY_REQUESTS;
        let RateLimit { limit, remaining } = RateLimit::of(headers);
        Self {
            // A service that allows none has not said how many it allows (fault F77).
            limit: limit.filter(|limit| *limit > 0),
            remaining,
            is_refused,
            // RFC 9110's own header wins over the one that a framework has added.
            wait: is_refused
                .then(|| retry_after(headers, wall).or_else(|| reset(headers, wall)))
                .flatten(),
            is_counted: !is_refused && status != StatusCode::UNAUTHORIZED,
        }
    }
}

/// `X-RateLimit-Reset`: a moment in Unix time, in seconds or milliseconds.
fn reset(headers: &HeaderMap, wall: SystemTime) -> Option<Duration> {
    let number: u64 = headers
        .get("x-ratelimit-reset")?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()?;
    let since_1970 = if number > MILLISECONDS_FROM {
        Duration::from_millis(number)
    } else {
        Duration::from_secs(number)
    };
    let now = headers
        .get(DATE)
        .and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok())
        .unwrap_or(wall);
    let until = SystemTime::UNIX_EPOCH.checked_add(since_1970)?;
    let wait = until.duration_since(now).unwrap_or_default();
    Some(wait.min(LONGEST_RESET))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn wait(headers: &[(&'static str, &'static str)]) -> Option<Duration> {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)));
        let wall = SystemTime::UNIX_EPOCH + 1_700_000_000 * SECOND;
        let headers = headers.collect();
        Told::of(StatusCode::TOO_MANY_REQUESTS, &headers, wall).wait
    }

    #[test]
    fn a_reset_is_seconds_or_milliseconds_by_its_size() {
        for reset in ["1700000007", "1700000007000"] {
            assert_eq!(wait(&[("x-ratelimit-reset", reset)]), Some(7 * SECOND));
        }
    }

    #[test]
    fn a_reset_in_the_past_is_now_and_one_far_ahead_two_minutes() {
        let past = [("x-ratelimit-reset", "1699999999")];
        assert_eq!(wait(&past), Some(Duration::ZERO));
        let ahead = [("x-ratelimit-reset", "1800000000")];
        assert_eq!(wait(&ahead), Some(120 * SECOND));
    }

    #[test]
    fn the_largest_number_of_seconds_is_a_round_one() {
        let seconds = [("x-ratelimit-reset", "100000000000")];
        assert_eq!(wait(&seconds), Some(120 * SECOND), "the year 5138");
        let milliseconds = [("x-ratelimit-reset", "100000000001")];
        assert_eq!(wait(&milliseconds), Some(Duration::ZERO), "the year 1973");
    }

    #[test]
    fn retry_after_wins_over_a_reset() {
        let both = [("retry-after", "3"), ("x-ratelimit-reset", "1700000050")];
        assert_eq!(wait(&both), Some(3 * SECOND));
    }

    #[test]
    fn what_cannot_be_read_is_not_there() {
        for text in ["-1", "abc", "1.5", "", "99999999999999999999"] {
            assert_eq!(wait(&[("retry-after", text)]), None, "{text}");
            assert_eq!(wait(&[("x-ratelimit-reset", text)]), None, "{text}");
        }
    }

    #[test]
    fn a_limit_of_nothing_is_no_limit() {
        let limit = |text| {
            let mut headers = HeaderMap::new();
            headers.insert("x-ratelimit-limit", HeaderValue::from_static(text));
            Told::of(StatusCode::OK, &headers, SystemTime::UNIX_EPOCH).limit
        };
        assert_eq!(limit("0"), None);
        assert_eq!(limit("1"), Some(1));
    }

    #[test]
    fn only_a_429_is_a_refusal_and_a_401_is_not_counted_either() {
        let told = |status| Told::of(status, &HeaderMap::new(), SystemTime::UNIX_EPOCH);
        assert!(told(StatusCode::TOO_MANY_REQUESTS).is_refused);
        assert!(!told(StatusCode::TOO_MANY_REQUESTS).is_counted);
        assert!(!told(StatusCode::UNAUTHORIZED).is_counted);
        assert!(told(StatusCode::BAD_REQUEST).is_counted);
        assert!(!told(StatusCode::SERVICE_UNAVAILABLE).is_refused);
    }

    #[test]
    fn a_limit_of_none_is_no_limit() {
        let limit = |text| {
            let headers = [("x-ratelimit-limit", text)]
                .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)));
            let headers = headers.into_iter().collect();
            Told::of(StatusCode::OK, &headers, SystemTime::UNIX_EPOCH).limit
        };
        assert_eq!(limit("0"), None);
        assert_eq!(limit("1"), Some(1));
    }
}
