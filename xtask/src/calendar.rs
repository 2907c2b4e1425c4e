//! Days, for what grows old.

use std::time::{SystemTime, UNIX_EPOCH};

/// How many seconds a day has, leap seconds left out as Unix does.
const SECONDS: u64 = 24 * 60 * 60;

/// Days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(i64);

impl Day {
    /// The day it is, in UTC.
    #[expect(
        clippy::disallowed_methods,
        reason = "how old a recording is depends on the day; tests give one"
    )]
    pub(crate) fn today() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let days = since.unwrap_or_default().as_secs() / SECONDS;
        Self(i64::try_from(days).unwrap_or(i64::MAX))
    }

    /// Reads `2026-11-28`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return None;
        };
        let number = |part: &str, digits| {
            let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<i64>().ok())?
        };
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        // Years that begin in March have their odd day at the end.
        let (year, months) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let of_year = (153 * months + 2) / 5 + day - 1;
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let is_there = (1..=12).contains(&month) && (1..=31).contains(&day);
        // 1 March of the year 0 lies so many days before 1970.
        is_there.then_some(Self(365 * year + leaps + of_year - 719_468))
    }

    /// How many days it lies before another; negative if it comes later.
    pub(crate) fn days_before(self, other: Self) -> i64 {
        other.0 - self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_from_1970() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2026-11-28", 20_785),
        ] {
            assert_eq!(Day::parse(text), Some(Day(days)), "{text}");
        }
    }

    #[test]
    fn one_day_lies_before_the_next_over_years_and_leap_days() {
        let before = |one, other| {
            let one = Day::parse(one)?;
            Some(one.days_before(Day::parse(other)?))
        };
        assert_eq!(before("2023-12-31", "2024-01-01"), Some(1));
        assert_eq!(before("2024-02-28", "2024-03-01"), Some(2));
        assert_eq!(before("2023-02-28", "2023-03-01"), Some(1));
        assert_eq!(before("2026-11-28", "2026-05-01"), Some(-211));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "2026-11",
            "2026-13-01",
            "2026-00-01",
            "2026-1-1",
            "yesterday",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn today_lies_behind_the_day_on_which_this_was_written() {
        let written = Day::parse("2026-01-01").unwrap();
        assert!(Day::today() > written);
    }
}
