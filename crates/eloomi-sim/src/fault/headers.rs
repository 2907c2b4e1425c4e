//! Headers that a fault writes into an answer.

use std::time::Duration;

use http::header::{DATE, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::error::{FaultError, FaultErrorKind};
use super::http_date::HttpDate;

/// How far a clock may be wrong: a century.
const MOST_SKEW: i64 = 3_155_760_000;

/// One change to the headers.
#[derive(Clone, Debug)]
pub(super) enum HeaderEdit {
    /// Adds a value beside those that other edits have added.
    Add(HeaderName, HeaderValue),
    /// Replaces the values there are.
    Set(HeaderName, HeaderValue),
    Remove(HeaderName),
    /// `Retry-After` with the moment that is so many seconds ahead on the server's own clock.
    RetryAt(HttpDate, i64),
    /// The server's own clock is wrong by so many seconds.
    Skew(i64),
}

impl HeaderEdit {
    /// What an argument of this name says.
    pub(super) fn read(argument: &'static str, value: &str) -> Result<Self, FaultError> {
        match argument {
            "retry-after" => Self::retry_after(value),
            "www-authenticate" => Ok(Self::Set(WWW_AUTHENTICATE, text(argument, value)?)),
            "date-skew" => Ok(Self::Skew(seconds(argument, value)?)),
            _ => Self::header(argument, value),
        }
    }

    fn header(argument: &'static str, value: &str) -> Result<Self, FaultError> {
        let bad = FaultErrorKind::BadValue(argument, "the name of a header, a colon and its value");
        let (name, value) = value.split_once(':').ok_or(bad.clone())?;
        let name = HeaderName::try_from(name.trim()).map_err(|_| bad)?;
        Ok(Self::Add(name, text(argument, value.trim())?))
    }

    /// Words, or a moment that is counted from that of the answer.
    fn retry_after(value: &str) -> Result<Self, FaultError> {
        let argument = "retry-after";
        let dates = [
            ("imf-fixdate:", HttpDate::ImfFixdate),
            ("rfc850-date:", HttpDate::Rfc850),
            ("asctime-date:", HttpDate::Asctime),
        ];
        for (prefix, date) in dates {
            if let Some(ahead) = value.strip_prefix(prefix) {
                return Ok(Self::RetryAt(date, seconds(argument, ahead)?));
            }
        }
        Ok(Self::Add(RETRY_AFTER, text(argument, value)?))
    }

    /// One of the headers of the rate limit; `absent` takes it away.
    pub(super) fn rate_limit(argument: &'static str, value: &str) -> Result<Self, FaultError> {
        let name = HeaderName::from_static(match argument {
            "limit" => "x-ratelimit-limit",
            "remaining" => "x-ratelimit-remaining",
            _ => "x-ratelimit-reset",
        });
        Ok(match value {
            "absent" => Self::Remove(name),
            value => Self::Set(name, text(argument, value)?),
        })
    }

    /// Applies all of these at this time since 1970.
    pub(super) fn apply<'e>(
        edits: impl Iterator<Item = &'e Self> + Clone,
        headers: &mut HeaderMap,
        now: Duration,
    ) {
        let skew = edits.clone().filter_map(|edit| match edit {
            Self::Skew(seconds) => Some(*seconds),
            _ => None,
        });
        // A `Retry-After` is counted from the `Date` beside it, which is as wrong: F74.
        let skew = skew.last();
        let clock = |ahead: i64| shifted(now, skew.unwrap_or(0).saturating_add(ahead));
        let mut added = Vec::new();
        for edit in edits {
            let (name, value) = match edit {
                Self::Add(name, value) => (name.clone(), value.clone()),
                Self::RetryAt(date, ahead) => (RETRY_AFTER, written(*date, clock(*ahead))),
                Self::Skew(_) => (DATE, written(HttpDate::ImfFixdate, clock(0))),
                Self::Set(name, value) => {
                    headers.insert(name, value.clone());
                    continue;
                }
                Self::Remove(name) => {
                    headers.remove(name);
                    continue;
                }
            };
            if added.contains(&name) && name != DATE {
                headers.append(name, value);
            } else {
                headers.insert(name.clone(), value);
                added.push(name);
            }
        }
    }
}

fn written(date: HttpDate, moment: Duration) -> HeaderValue {
    // A date is plain ASCII, so this always succeeds.
    HeaderValue::try_from(date.write(moment)).unwrap_or(HeaderValue::from_static(""))
}

fn shifted(now: Duration, seconds: i64) -> Duration {
    let by = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 {
        now.saturating_sub(by)
    } else {
        now.saturating_add(by)
    }
}

fn text(argument: &'static str, value: &str) -> Result<HeaderValue, FaultError> {
    let bad = FaultErrorKind::BadValue(argument, "text that may stand in a header");
    Ok(HeaderValue::try_from(value).map_err(|_| bad)?)
}

fn seconds(argument: &'static str, value: &str) -> Result<i64, FaultError> {
    let bad = FaultErrorKind::BadValue(argument, "a number of seconds within a century");
    let seconds: i64 = value.parse().map_err(|_| bad.clone())?;
    if seconds.unsigned_abs() > MOST_SKEW.unsigned_abs() {
        return Err(bad.into());
    }
    Ok(seconds)
}
