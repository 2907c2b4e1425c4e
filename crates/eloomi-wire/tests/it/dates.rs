use eloomi_wire::{DateText, DateTimeText};
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
