//! The day on which a recording of the service was made, by which it grows old.

use crate::{Finding, FrontMatter, Origin, lint::File};

pub(crate) fn check(file: &File<'_>, front: &FrontMatter, found: &mut Vec<Finding>) {
    let (key, what) = match (&front.recorded_at, front.origin) {
        (Some(day), Origin::Live | Origin::Measured) if is_day(day) => return,
        (None, Origin::Documentation | Origin::Simulator) => return,
        (Some(_), Origin::Live | Origin::Measured) => {
            ("recorded_at:", "recorded_at is a day such as 2026-11-28")
        }
        (Some(_), _) => (
            "recorded_at:",
            "only a recording of the service has recorded_at",
        ),
        (None, Origin::Measured) => (
            "origin:",
            "what was measured says on which day: recorded_at",
        ),
        (None, Origin::Live) => (
            "origin:",
            "a live recording says on which day it was made: recorded_at",
        ),
    };
    found.push(Finding::new(File::line(&file.front, key), what));
}

/// Whether it is a `full-date` of RFC 3339 §5.6, and in the calendar.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let number = |part: &str, digits| {
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok())?
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn days_are_those_of_the_calendar() {
        for day in ["2026-11-28", "2024-02-29", "2000-02-29", "2026-01-31"] {
            assert!(is_day(day), "{day}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_day() {
        for text in [
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "26-11-28",
            "2026-1-28",
            "2026-11-28T00:00:00Z",
            "28.11.2026",
            "+026-11-28",
            "",
        ] {
            assert!(!is_day(text), "{text}");
        }
    }
}
