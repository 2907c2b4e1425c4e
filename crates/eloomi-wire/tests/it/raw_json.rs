use eloomi_wire::{DecodeErrorKind, RawJson, Text, decode};
use std::collections::{BTreeMap, HashMap};

#[test]
fn text_is_kept_to_the_last_blank() {
    let raw: RawJson = decode(br#" {"a" : 1.50, "a": 1e3 }"#).unwrap();
    assert_eq!(raw.as_str(), r#"{"a" : 1.50, "a": 1e3 }"#);
}

#[test]
fn value_is_kept_by_from_value() {
    let raw: RawJson = serde_json::from_value(serde_json::json!({"a": [1, null]})).unwrap();
    assert_eq!(raw.as_str(), r#"{"a":[1,null]}"#);
}

#[test]
fn null_is_a_value_of_its_own() {
    let raw: HashMap<Text, RawJson> = decode(br#"{"a":null}"#).unwrap();
    assert!(raw["a"].is_null());
}

#[test]
fn debug_tells_only_the_size() {
    let raw = RawJson::parse(r#""Ada Example""#).unwrap();
    assert_eq!(format!("{raw:?}"), "RawJson(13 bytes)");
}

#[test]
fn text_is_written_back_as_it_is() {
    let raw = RawJson::parse("[1,  2]").unwrap();
    assert_eq!(serde_json::to_string(&raw).unwrap(), "[1,  2]");
}

#[test]
fn parse_refuses_what_is_not_json() {
    let error = RawJson::parse("{a}").unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Syntax);
}

#[test]
fn value_that_json_cannot_write_is_an_error() {
    let map = BTreeMap::from([(vec![1], 1)]);
    assert!(RawJson::from_serialize(&map).is_err());
}

#[test]
fn deep_json_neither_overflows_nor_passes_a_reader_that_recurses() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let raw = RawJson::parse(&deep).unwrap();
    assert_eq!(
        raw.to::<serde_json::Value>().unwrap_err().kind(),
        DecodeErrorKind::Syntax
    );
}
