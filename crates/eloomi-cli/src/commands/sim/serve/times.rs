//! Times of the command line.

use std::{ops::RangeInclusive, time::Duration};

/// A time of the command line: `60s`, `500ms`, `1m`; seconds without a unit.
pub(super) fn duration(text: &str) -> Result<Duration, &'static str> {
    let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let number: u64 = digits
        .parse()
        .map_err(|_| "a time is a number and a unit: 60s, 500ms, 1m")?;
    let time = match &text[digits.len()..] {
        "ms" => Duration::from_millis(number),
        "s" | "" => Duration::from_secs(number),
        "m" => Duration::from_secs(number.checked_mul(60).ok_or("that is too long")?),
        _ => return Err("the units are ms, s and m"),
    };
    // The simulator adds it to the time of day; a year is beyond any window.
    let is_sensible = !time.is_zero() && time <= Duration::from_secs(366 * 24 * 60 * 60);
    is_sensible
        .then_some(time)
        .ok_or("it is between 1ms and one year")
}

/// Two times with two dots between them, the shorter first; or one for both.
pub(super) fn round_trip(text: &str) -> Result<RangeInclusive<Duration>, &'static str> {
    let (shortest, longest) = text.split_once("..").unwrap_or((text, text));
    let range = duration(shortest)?..=duration(longest)?;
    if range.is_empty() {
        return Err("the shorter time comes first: 20ms..200ms");
    }
    Ok(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_trip_is_two_times_or_one() {
        let milliseconds = Duration::from_millis;
        assert_eq!(
            round_trip("20ms..200ms"),
            Ok(milliseconds(20)..=milliseconds(200))
        );
        assert_eq!(
            round_trip("1s"),
            Ok(milliseconds(1000)..=milliseconds(1000))
        );
        for wrong in ["200ms..20ms", "..", "20ms..", "20ms..200ms..2s"] {
            assert!(round_trip(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_time_has_a_unit_or_is_in_seconds() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("60"), Ok(Duration::from_secs(60)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "s",
            "-1s",
            "1h",
            "0s",
            "1.5s",
            "99999999999999999999m",
            "500w",
        ] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
