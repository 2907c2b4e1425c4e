//! The three ways in which HTTP writes a moment.

use std::time::{Duration, UNIX_EPOCH};

/// The last moment that has a year of four digits: 31 December 9999.
const LAST: Duration = Duration::from_secs(253_402_300_799);

/// How a moment is written: the three formats of RFC 9110 §5.6.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HttpDate {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    ImfFixdate,
    /// `Sunday, 06-Nov-94 08:49:37 GMT`, obsolete.
    Rfc850,
    /// `Sun Nov  6 08:49:37 1994`, obsolete.
    Asctime,
}

impl HttpDate {
    /// The moment this long after the beginning of 1970.
    pub(super) fn write(self, since_1970: Duration) -> String {
        let text = httpdate::fmt_http_date(UNIX_EPOCH + since_1970.min(LAST));
        let parts: Vec<_> = text
            .split([' ', ','])
            .filter(|part| !part.is_empty())
            .collect();
        let [weekday, day, month, year, time, _gmt] = parts[..] else {
            return text;
        };
        match self {
            Self::ImfFixdate => text,
            Self::Rfc850 => {
                let weekday = whole(weekday);
                let year = &year[2..];
                format!("{weekday}, {day}-{month}-{year} {time} GMT")
            }
            Self::Asctime => {
                let day = day.trim_start_matches('0');
                format!("{weekday} {month} {day:>2} {time} {year}")
            }
        }
    }
}

fn whole(weekday: &str) -> &str {
    match weekday {
        "Mon" => "Monday",
        "Tue" => "Tuesday",
        "Wed" => "Wednesday",
        "Thu" => "Thursday",
        "Fri" => "Friday",
        "Sat" => "Saturday",
        _ => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_the_standard_does() {
        let moment = Duration::from_secs(784_111_777);
        for (date, text) in [
            (HttpDate::ImfFixdate, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (HttpDate::Rfc850, "Sunday, 06-Nov-94 08:49:37 GMT"),
            (HttpDate::Asctime, "Sun Nov  6 08:49:37 1994"),
        ] {
            assert_eq!(date.write(moment), text);
        }
    }

    #[test]
    fn a_moment_beyond_all_years_is_the_last_one() {
        let text = HttpDate::ImfFixdate.write(Duration::MAX);
        assert_eq!(text, "Fri, 31 Dec 9999 23:59:59 GMT");
    }
}
