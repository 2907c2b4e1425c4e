//! Dates as they are typed. Their form alone is looked at: what the calendar holds, the service
//! decides.

use std::borrow::Cow;

/// A date.
pub(crate) fn date(text: &str) -> Result<&str, &'static str> {
    let is_date = has_form(text, "0000-00-00");
    is_date
        .then_some(text)
        .ok_or("takes a date, such as 1980-12-14")
}

/// A date with a time. A date alone becomes its midnight: only the long form is documented.
pub(super) fn date_time(text: &str) -> Result<Cow<'_, str>, &'static str> {
    if has_form(text, "0000-00-00 00:00:00") {
        return Ok(text.into());
    }
    let midnight = date(text).map(|date| format!("{date} 00:00:00").into());
    midnight.map_err(|_| "takes a date, such as 2026-12-31, or '2026-12-31 08:00:00'")
}

/// A moment, with its zone (RFC 3339). A date alone becomes its midnight in UTC: with another zone
/// it may come back as the day before.
pub(super) fn instant(text: &str) -> Result<Cow<'_, str>, &'static str> {
    let is_moment = ["0000-00-00T00:00:00Z", "0000-00-00T00:00:00.000Z"];
    if is_moment.into_iter().any(|form| has_form(text, form)) {
        return Ok(text.into());
    }
    let midnight = date(text).map(|date| format!("{date}T00:00:00.000Z").into());
    midnight.map_err(|_| "takes a date, such as 2026-12-31, or 2026-12-31T08:00:00Z")
}

fn has_form(text: &str, form: &str) -> bool {
    let fits = |(typed, wanted): (u8, u8)| match wanted {
        b'0' => typed.is_ascii_digit(),
        _ => typed == wanted,
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_alone_is_its_midnight() {
        assert_eq!(date_time("2026-12-31").unwrap(), "2026-12-31 00:00:00");
        let with_time = "2026-12-31 08:00:00";
        assert_eq!(date_time(with_time).unwrap(), with_time);
    }

    #[test]
    fn a_moment_has_its_zone_and_a_date_alone_is_its_midnight_in_utc() {
        assert_eq!(instant("2026-12-31").unwrap(), "2026-12-31T00:00:00.000Z");
        let moment = "2026-12-31T08:00:00Z";
        assert_eq!(instant(moment).unwrap(), moment);
        for wrong in [
            "",
            "2026-12-31 08:00:00",
            "2026-12-31T08:00:00",
            "31.12.2026",
        ] {
            assert!(instant(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_date_has_the_form_of_one() {
        assert_eq!(date("1980-12-14").unwrap(), "1980-12-14");
        assert!(date("1980-12-14 00:00:00").is_err());
        for wrong in [
            "",
            "31.12.2026",
            "2026-12-31T08:00:00",
            "2026-1-1",
            "٠٠٠٠-٠٠-٠٠",
        ] {
            assert!(date_time(wrong).is_err(), "{wrong}");
        }
    }
}
