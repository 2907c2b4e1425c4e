//! Dates, moved by whole months.
//!
//! The form stays: what was a date stays one, what was an impossible one stays that. Of a time
//! of day only the hour stays, because a second is as good as a name.

/// Texts that mean "none" or "for ever", to which no month can be added.
const MARKS: [&str; 3] = ["0000-00-00", "0001-01-01", "9999-12-31"];

/// `text` moved back by `months`, if it is a date or a date with a time.
pub(super) fn shifted(text: &str, months: i64) -> Option<String> {
    let (date, time) = match text.find(['T', ' ']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let bytes = date.as_bytes();
    let dashes = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    let number = |range: std::ops::Range<usize>| {
        let digits = date.get(range)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| digits.parse::<i64>().ok()).flatten()
    };
    if !dashes {
        return None;
    }
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let time = if time.is_empty() {
        String::new()
    } else {
        hour_only(time)?
    };
    if MARKS.contains(&date) {
        return Some(format!("{date}{time}"));
    }
    Some(format!("{}{time}", date_text(year, month, day, months)))
}

/// Seconds or milliseconds since 1970, moved in the same way. None if the number is neither.
pub(super) fn shifted_epoch(number: &str, months: i64) -> Option<String> {
    let all_digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let unit = match number.len() {
        9 | 10 => 1,
        12 | 13 => 1_000,
        _ => return None,
    };
    if !all_digits || number.starts_with('0') {
        return None;
    }
    let seconds = number.parse::<i64>().ok()? / unit;
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(day);
    let (year, month) = moved(year, month, months);
    let days = days(year, month, day.min(length(year, month)));
    Some(((days * 86_400 + second / 3_600 * 3_600) * unit).to_string())
}

fn date_text(year: i64, month: i64, day: i64, months: i64) -> String {
    let possible = (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
    let (year, month) = moved(year, month.clamp(1, 12), months);
    if possible {
        format!("{year:04}-{month:02}-{:02}", day.min(length(year, month)))
    } else {
        format!("{year:04}-02-30")
    }
}

/// The hour of a time of day and its zone; the rest is zero, in as many digits.
fn hour_only(time: &str) -> Option<String> {
    let zone_at = time[1..]
        .find(['Z', '+', '-'])
        .map_or(time.len(), |at| at + 1);
    let (clock, zone) = time.split_at(zone_at);
    let mut out = String::new();
    for (index, c) in clock.char_indices() {
        match c {
            'T' | ' ' if index == 0 => out.push(c),
            '0'..='9' if index < 3 => out.push(c),
            '0'..='9' => out.push('0'),
            ':' | '.' if index >= 3 => out.push(c),
            _ => return None,
        }
    }
    let plain = out.len() <= 32 && out.len() >= 6;
    (plain && is_zone(zone)).then(|| out + zone)
}

/// Nothing, `Z`, or an offset of whole quarters of an hour.
fn is_zone(zone: &str) -> bool {
    let Some(offset) = zone.strip_prefix(['+', '-']) else {
        return zone.is_empty() || zone == "Z";
    };
    let digits = offset.replacen(':', "", 1);
    let (hours, minutes) = digits.split_at_checked(2).unwrap_or_default();
    let hours = hours.parse::<u8>().is_ok_and(|hours| hours <= 14);
    hours && matches!(minutes, "" | "00" | "15" | "30" | "45")
}

fn moved(year: i64, month: i64, months: i64) -> (i64, i64) {
    let all = year * 12 + month - 1 - months;
    // Years are written in four digits, and the year 0 is a mark.
    let year = (all.div_euclid(12) - 1).rem_euclid(9_999) + 1;
    (year, all.rem_euclid(12) + 1)
}

fn length(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970 of a date, and back: Howard Hinnant, "chrono-compatible low-level date
/// algorithms".
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = shifted + if shifted < 10 { 3 } else { -9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_keeps_its_form() {
        let dates = [
            ("2019-02-08", "2018-01-08"),
            ("2021-03-31 08:15:59", "2020-02-29 08:00:00"),
            (
                "2021-03-31T08:15:59.123+02:00",
                "2020-02-29T08:00:00.000+02:00",
            ),
            ("2021-03-31T08:15:59Z", "2020-02-29T08:00:00Z"),
            ("2021-03-31T08:15-0530", "2020-02-29T08:00-0530"),
            ("2019-02-30", "2018-02-30"),
            ("2019-13-01", "2018-02-30"),
            ("2019-01-00", "2017-02-30"),
            ("0000-00-00 00:00:00", "0000-00-00 00:00:00"),
            ("9999-12-31", "9999-12-31"),
            ("0001-05-01", "9999-04-01"),
        ];
        for (date, wanted) in dates {
            let moved = shifted(date, 13).unwrap();
            assert_eq!(moved, wanted, "{date}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        let texts = [
            "",
            "soon",
            "8/2/2019",
            "2019-2-8",
            "2019-02-08x",
            "2019-02-08 Ada",
            "2019-02-08T",
            "2019-02-08 08:00 Ada",
            "2019-02-08 08:00+12:34",
            "+019-02-08",
            "２０１９-02-08",
        ];
        for text in texts {
            assert_eq!(shifted(text, 13), None, "{text}");
        }
    }

    #[test]
    fn seconds_since_1970_are_moved_alike() {
        // 2021-03-31 08:15:59 and 2020-02-29 08:00:00.
        assert_eq!(shifted_epoch("1617178559", 13).unwrap(), "1582963200");
        assert_eq!(shifted_epoch("1617178559123", 13).unwrap(), "1582963200000");
        for number in ["5", "20190208", "-617178559", "16171785591"] {
            assert_eq!(shifted_epoch(number, 13), None, "{number}");
        }
    }

    proptest! {
        #[test]
        fn days_and_dates_are_the_same_thing(day in -700_000_i64..3_000_000) {
            let (year, month, date) = civil(day);
            prop_assert_eq!(days(year, month, date), day);
            prop_assert!((1..=length(year, month)).contains(&date));
        }

        #[test]
        fn no_text_makes_it_panic(text: String, date in "[0-9-]{10}([T ].{0,9})?") {
            let _ = (shifted(&text, 13), shifted(&date, 13), shifted_epoch(&text, 13));
        }
    }
}
