use crate::ship::ShipId;
use eloomi_wire::decode;
use std::collections::BTreeMap;

#[test]
fn id_comes_as_number_or_text_and_is_written_as_number() {
    let ids: Vec<ShipId> = decode(br#"[40,"40"]"#).unwrap();
    assert_eq!(serde_json::to_string(&ids).unwrap(), "[40,40]");
}

#[test]
fn id_refuses_fractions_and_negative_numbers() {
    assert!(decode::<ShipId>(b"40.0").is_err());
    assert!(decode::<ShipId>(b"-40").is_err());
}

#[test]
fn id_can_be_the_key_of_an_object() {
    let names: BTreeMap<ShipId, u64> = decode(br#"{"40":1}"#).unwrap();
    assert_eq!(names[&ShipId::new(40)], 1);
    assert_eq!(serde_json::to_string(&names).unwrap(), r#"{"40":1}"#);
}

#[test]
fn error_does_not_repeat_the_text() {
    let error = "Ada".parse::<ShipId>().unwrap_err();
    assert_eq!(error.to_string(), "an id is a whole number, zero or more");
}
