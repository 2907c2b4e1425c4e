use eloomi_wire::{Attributes, RawJson, Text, decode};

#[test]
fn empty_list_of_php_is_an_empty_object() {
    for empty in ["[]", "[ ]", "{}", "null"] {
        let attributes: Attributes = decode(empty.as_bytes()).unwrap();
        assert!(attributes.is_empty(), "{empty}");
    }
}

#[test]
fn lists_and_scalars_are_refused() {
    for value in ["[1]", "1", r#""x""#, "true", "[[]]"] {
        assert!(decode::<Attributes>(value.as_bytes()).is_err(), "{value}");
    }
}

#[test]
fn null_value_is_found() {
    let attributes: Attributes = decode(br#"{"badge":null}"#).unwrap();
    assert!(attributes.get("badge").unwrap().is_null());
    assert!(attributes.get("desk").is_none());
}

#[test]
fn first_of_two_equal_keys_stands() {
    let attributes: Attributes = decode(br#"{"a":1,"a":2}"#).unwrap();
    assert_eq!(attributes.get("a").unwrap().as_str(), "1");
    assert_eq!(attributes.to_map()["a"].as_str(), "1");
    assert_eq!(attributes.iter().count(), 2);
}

#[test]
fn text_is_kept_as_it_came() {
    let attributes: Attributes = decode(br#"{"z": 1.0, "a": []}"#).unwrap();
    let written = serde_json::to_string(&attributes).unwrap();
    assert_eq!(written, r#"{"z": 1.0, "a": []}"#);
}

#[test]
fn collected_attributes_keep_their_order() {
    let one = RawJson::parse("1").unwrap();
    let attributes: Attributes = [("z", one.clone()), ("a", one)].into_iter().collect();
    assert_eq!(attributes.as_raw().unwrap().as_str(), r#"{"z":1,"a":1}"#);
    let keys: Vec<Text> = attributes.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["z", "a"]);
}

#[test]
fn debug_tells_only_the_size() {
    let attributes: Attributes = decode(br#"{"desk":"4b"}"#).unwrap();
    assert_eq!(format!("{attributes:?}"), "Attributes(13 bytes)");
}

#[test]
fn attributes_are_made_of_texts() {
    let attributes: Attributes = [("desk", Text::from("4\"b\""))].into_iter().collect();
    let json = serde_json::to_string(&attributes).unwrap();
    assert_eq!(json, r#"{"desk":"4\"b\""}"#);
}
