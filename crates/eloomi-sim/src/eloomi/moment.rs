//! Dates and times as the API writes them: text without a zone.

use std::time::Duration;

/// A date with its time, midnight if it came without; `None` if the text is neither.
///
/// Only the shape is looked at: the service's own documentation prints a 30 February.
pub(crate) fn with_time(text: &str) -> Option<String> {
    if has_shape(text, "0000-00-00 00:00:00") {
        Some(text.to_owned())
    } else {
        is_date(text).then(|| format!("{text} 00:00:00"))
    }
}

pub(crate) fn is_date(text: &str) -> bool {
    has_shape(text, "0000-00-00")
}

/// Whether the text has digits where the shape has zeros, and equals it elsewhere.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(own, wanted): (u8, u8)| match wanted {
        b'0' => own.is_ascii_digit(),
        _ => own == wanted,
    };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}

/// The moment this long after the beginning of 1970, in UTC.
pub(crate) fn after_1970(since: Duration) -> String {
    let seconds = since.as_secs();
    let (year, month, day) = civil(seconds / 86_400);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// Year, month and day, counted in years that begin in March, so that a leap day is the last.
fn civil(days: u64) -> (u64, u64, u64) {
    const DAYS_BEFORE_1970: u64 = 719_468; // since 1 March of the year 0
    const ERA: u64 = 146_097; // days of 400 years
    let days = days + DAYS_BEFORE_1970;
    let (era, day) = (days / ERA, days % ERA);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    (era * 400 + year + next, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_in_utc() {
        for (seconds, written) in [
            (0, "1970-01-01 00:00:00"),
            (951_827_696, "2000-02-29 12:34:56"),
            (4_107_542_399, "2100-02-28 23:59:59"),
            (4_107_542_400, "2100-03-01 00:00:00"),
        ] {
            assert_eq!(after_1970(Duration::from_secs(seconds)), written);
        }
    }

    #[test]
    fn a_date_gets_a_midnight() {
        let midnight = with_time("2019-02-30");
        assert_eq!(midnight.as_deref(), Some("2019-02-30 00:00:00"));
    }

    #[test]
    fn other_shapes_are_no_moments() {
        for text in ["", "2019", "2019-2-3", "2019-02-03T00:00:00", "tomorrow"] {
            assert_eq!(with_time(text), None, "{text}");
        }
    }
}
