use eloomi_wire::{DateText, DateTimeText, InstantText};
use jiff::civil::{date, datetime};

#[test]
fn date_time_parses_without_a_zone() {
    let text = DateTimeText::from("2018-12-14 14:36:38");
    let expected = datetime(2018, 12, 14, 14, 36, 38, 0);
    assert_eq!(text.date_time(), Ok(Some(expected)));
}

#[test]
fn date_alone_is_its_midnight() {
    let text = DateTimeText::from("2018-12-14");
    let expected = datetime(2018, 12, 14, 0, 0, 0, 0);
    assert_eq!(text.date_time(), Ok(Some(expected)));
}

#[test]
fn birthday_parses_with_and_without_midnight() {
    for text in ["1980-12-14", "1980-12-14 00:00:00"] {
        assert_eq!(
            DateText::from(text).date(),
            Ok(Some(date(1980, 12, 14))),
            "{text}"
        );
    }
}

#[test]
fn zero_date_and_blank_text_are_no_date() {
    for text in ["", "  ", "0000-00-00", "0000-00-00 00:00:00"] {
        assert_eq!(DateTimeText::from(text).date_time(), Ok(None), "{text:?}");
        assert_eq!(DateText::from(text).date(), Ok(None), "{text:?}");
    }
}

#[test]
fn thirtieth_of_february_is_an_error_that_does_not_repeat_it() {
    let error = DateText::from("2019-02-30").date().unwrap_err();
    assert_eq!(error.to_string(), "the text is no date of the calendar");
}

#[test]
fn a_moment_is_the_same_in_every_zone_and_a_time_without_one_is_none() {
    let moment = InstantText::from("2026-11-21T19:50:33.691Z");
    let moment = moment.timestamp().unwrap().unwrap();
    assert_eq!(
        InstantText::from(moment).as_str(),
        "2026-11-21T19:50:33.691Z"
    );
    let elsewhere = InstantText::from("2026-11-21T21:50:33.691+02:00");
    assert_eq!(elsewhere.timestamp(), Ok(Some(moment)));
    assert!(
        InstantText::from("2026-11-21T19:50:33.691")
            .timestamp()
            .is_err()
    );
    assert_eq!(InstantText::from("").timestamp(), Ok(None));
}
