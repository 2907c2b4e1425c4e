use crate::ship::{Sailor, Ship};
use eloomi_wire::{DecodeError, DecodeErrorKind, decode};
use serde::Deserialize;
use std::collections::BTreeMap;

fn failure(json: &str) -> DecodeError {
    decode::<Vec<Ship>>(json.as_bytes()).unwrap_err()
}

#[test]
fn one_byte_order_mark_is_dropped() {
    assert_eq!(decode::<u64>(b"\xEF\xBB\xBF7"), Ok(7));
    assert!(decode::<u64>(b"\xEF\xBB\xBF\xEF\xBB\xBF7").is_err());
}

#[test]
fn text_that_is_not_utf8_is_an_error_even_in_an_unknown_field() {
    let error = decode::<Sailor>(b"{\"name\":\"Ada\",\n\"x\":\"\xff\"}").unwrap_err();
    assert_eq!(error.to_string(), "invalid UTF-8, line 2 column 6");
}

#[test]
fn path_leads_through_models_to_the_value() {
    let error = failure(r#"[{"id":1},{"id":2,"crew":[{"name":7}]}]"#);
    assert_eq!(error.path(), "[1].crew[0].name");
    let error = failure(r#"[{"id":1},{"id":2,"ports":[7,"many"]}]"#);
    assert_eq!(error.path(), "[1].ports[1]");
    assert_eq!(
        error.expected(),
        Some("a whole number, zero or more, or one in quotes")
    );
}

#[test]
fn text_cut_short_says_so() {
    let error = failure(r#"[{"id":1,"name":"Ad"#);
    assert!(error.is_truncated());
    assert_eq!(
        error.to_string(),
        "unexpected end of the JSON text at [0].name, line 1 column 19"
    );
}

#[test]
fn missing_field_is_named() {
    let error = failure(r#"[{"name":"Ada"}]"#);
    assert_eq!(
        error.to_string(),
        "missing field `id` at [0], line 1 column 15"
    );
}

#[test]
fn text_after_the_value_is_an_error() {
    assert_eq!(failure("[]<!-- x -->").kind(), DecodeErrorKind::Syntax);
}

#[test]
fn empty_answer_is_truncated() {
    assert!(failure("").is_truncated());
}

#[test]
fn refused_value_is_not_quoted() {
    for value in [
        r#""Ada, expected text""#,
        "[\"Ada\"]",
        "{\"Ada\":1}",
        "-4711.5",
    ] {
        let error = failure(&format!(r#"[{{"id":{value}}}]"#));
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("Ada") && !shown.contains("4711"), "{shown}");
    }
}

#[test]
fn unknown_key_is_hidden_from_the_path() {
    let error = failure(r#"[{"id":1,"shoe_size":tru}]"#);
    assert_eq!(error.path(), "[0].…");
}

#[test]
fn key_of_a_map_is_hidden_from_the_path() {
    let json = br#"{"Ada":{"crew":{}}}"#;
    let error = decode::<BTreeMap<String, Ship>>(json).unwrap_err();
    assert_eq!(error.path(), "….crew");
}

#[test]
fn models_are_named_inside_of_foreign_types_too() {
    #[derive(Debug, Deserialize)]
    struct Fleet {
        #[expect(dead_code, reason = "only decoded")]
        ships: Vec<Ship>,
    }
    let error = decode::<Fleet>(br#"{"ships":[{"id":{}}]}"#).unwrap_err();
    assert_eq!(error.path(), "…[0].id");
}

#[test]
fn names_of_one_failure_are_not_known_to_the_next() {
    failure(r#"[{"id":true}]"#);
    let error = decode::<BTreeMap<String, u64>>(br#"{"id":true}"#).unwrap_err();
    assert_eq!(error.path(), "…");
}

#[test]
fn failure_inside_a_reader_does_not_hide_the_names_outside() {
    #[derive(Debug)]
    struct Curious;
    impl<'de> Deserialize<'de> for Curious {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let ship = Ship::deserialize(deserializer);
            drop(decode::<Sailor>(b"[]"));
            ship.map(|_| Self)
        }
    }
    let error = decode::<Curious>(br#"{"id":true}"#).unwrap_err();
    assert_eq!(error.path(), "id");
}

#[test]
fn custom_message_of_a_foreign_type_is_not_repeated() {
    #[derive(Debug)]
    struct Chatty;
    impl<'de> Deserialize<'de> for Chatty {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            Err(serde::de::Error::custom(format!(
                "missing field `{text}`, expected {text}"
            )))
        }
    }
    let shown = decode::<Chatty>(br#""Ada""#).unwrap_err().to_string();
    assert!(!shown.contains("Ada"), "{shown}");
}
