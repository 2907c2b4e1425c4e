//! `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.

use std::time::{Duration, SystemTime};

use http::{
    HeaderMap,
    header::{DATE, RETRY_AFTER},
};

/// How long the answer asks to wait. A malformed header is no header, nor are two: which of them
/// is meant nobody can say.
///
/// A date is taken relative to the answer's own `Date`, so that a wrong clock here does not
/// matter; `wall` serves where the answer has none.
pub(crate) fn retry_after(headers: &HeaderMap, wall: SystemTime) -> Option<Duration> {
    let mut values = headers.get_all(RETRY_AFTER).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return None;
    };
    let text = value.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let now = headers
        .get(DATE)
        .and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok())
        .unwrap_or(wall);
    Some(until.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn wait(retry: &'static str, date: Option<&'static str>) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_static(retry));
        if let Some(date) = date {
            headers.insert(DATE, HeaderValue::from_static(date));
        }
        retry_after(&headers, SystemTime::UNIX_EPOCH).map(|wait| wait.as_secs())
    }

    #[test]
    fn a_date_counts_from_the_answers_own_date() {
        let now = Some("Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(wait("Sun, 06 Nov 1994 08:50:37 GMT", now), Some(60));
        assert_eq!(wait("Sunday, 06-Nov-94 08:50:37 GMT", now), Some(60));
        assert_eq!(wait("Sun Nov  6 08:50:37 1994", now), Some(60));
    }

    #[test]
    fn a_date_in_the_past_is_now() {
        let now = Some("Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(wait("Sun, 06 Nov 1994 07:00:00 GMT", now), Some(0));
    }

    #[test]
    fn a_malformed_header_is_no_header() {
        for text in ["", "-1", "1.5", "soon", "99999999999999999999"] {
            assert_eq!(wait(text, None), None, "{text}");
        }
    }

    #[test]
    fn a_header_that_is_there_twice_is_no_header() {
        let mut headers = HeaderMap::new();
        for seconds in ["1", "86400"] {
            headers.append(RETRY_AFTER, HeaderValue::from_static(seconds));
        }
        assert_eq!(retry_after(&headers, SystemTime::UNIX_EPOCH), None);
    }
}
