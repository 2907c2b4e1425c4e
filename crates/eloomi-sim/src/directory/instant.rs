//! Instants: any date of ISO 8601 is read, one form is written.

use jiff::Timestamp;
use jiff::civil::Date;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The instant that a text means, in milliseconds since 1970; `None` if it means none.
///
/// A 30 February is the 2 March, what is finer than a millisecond is cut, a time without zone is
/// one in UTC: `behaviours::LV_INSTANTS`.
pub(crate) fn read(text: &str) -> Option<i64> {
    let (date, time) = match text.find(['T', ' ']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let day = day(date)?;
    let time = time.map_or(Some(0), time_of_day)?;
    Some(day * DAY + time)
}

/// The instant as `YYYY-MM-DDThh:mm:ss.sssZ`.
pub(crate) fn written(millis: i64) -> String {
    // Whatever `read` gives has a year of four digits, give or take a day.
    let instant = Timestamp::from_millisecond(millis).unwrap_or_default();
    instant.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// `YYYY-MM-DD` or `YYYY-MM`, in days since 1970.
fn day(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = number(parts.next()?, 2)?;
    let day = parts.next().map_or(Some(1), |day| number(day, 2))?;
    if parts.next().is_some() || !(1..=31).contains(&day) {
        return None;
    }
    let first = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
    let since = first.since(Date::constant(1970, 1, 1)).ok()?;
    Some(i64::from(since.get_days()) + day - 1)
}

/// `hh:mm`, `hh:mm:ss` or that with a fraction, and a zone; in milliseconds of a day of UTC.
fn time_of_day(text: &str) -> Option<i64> {
    let zone_at = text.find(['Z', '+', '-']);
    let (time, zone) = text.split_at(zone_at.unwrap_or(text.len()));
    let (clock, fraction) = match time.split_once('.') {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (time, None),
    };
    let mut parts = clock.split(':');
    let hour = number(parts.next()?, 2)?;
    let minute = number(parts.next()?, 2)?;
    let second = parts.next().map(|second| number(second, 2));
    let is_sound = parts.next().is_none() && (fraction.is_none() || second.is_some());
    let second = second.unwrap_or(Some(0))?;
    let midnight = hour == 24 && minute == 0 && second == 0;
    if !is_sound || (hour > 23 && !midnight) || minute > 59 || second > 59 {
        return None;
    }
    let millis = fraction.map_or(Some(0), millis)?;
    Some(((hour * 60 + minute) * 60 + second) * 1000 + millis - offset(zone)?)
}

fn millis(fraction: &str) -> Option<i64> {
    let is_number = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let three = format!("{fraction:0<3}");
    is_number.then(|| three[..3].parse().ok()).flatten()
}

/// `Z`, `+hh:mm`, `+hhmm`, `+hh`, or nothing.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.chars().next() {
        None => return Some(0),
        Some('Z') => return (zone.len() == 1).then_some(0),
        Some('-') => -1,
        Some(_) => 1,
    };
    let digits = zone[1..].replacen(':', "", 1);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = match digits.len() {
        2 if is_number => (&digits[..], "00"),
        4 if is_number => digits.split_at(2),
        _ => return None,
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    (hours < 24 && minutes < 60).then(|| sign * (hours * 60 + minutes) * MINUTE)
}

/// A number of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<i64> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_in_utc_with_milliseconds() {
        for (given, shown) in [
            ("2020-01-02", "2020-01-02T00:00:00.000Z"),
            ("2020-02", "2020-02-01T00:00:00.000Z"),
            ("2021-02-30", "2021-03-02T00:00:00.000Z"),
            ("2020-01-02T03:04:05", "2020-01-02T03:04:05.000Z"),
            ("1990-05-17T00:00:00+02:00", "1990-05-16T22:00:00.000Z"),
            (
                "1999-12-31T23:59:59.999999-05:00",
                "2000-01-01T04:59:59.999Z",
            ),
            ("2020-01-02T24:00Z", "2020-01-03T00:00:00.000Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
        ] {
            assert_eq!(read(given).map(written).as_deref(), Some(shown), "{given}");
        }
    }

    #[test]
    fn other_texts_are_no_instants() {
        for text in [
            "",
            "yesterday",
            "2020",
            "2020-1-2",
            "2020-13-01",
            "2020-01-32",
            "2020-01-02T",
            "2020-01-02T25:00",
            "2020-01-02T03",
            "2020-01-02T03:04:05.",
            "2020-01-02T03:04+1",
            "20200102",
            "1577923200000",
            "2020-01-02T03:04Zx",
            "2020-01-0é",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
