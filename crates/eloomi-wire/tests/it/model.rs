use crate::ship::{Sailor, Ship};
use eloomi_wire::{DecodeErrorKind, FieldType, RawJson, decode};

fn ship(json: &str) -> Ship {
    decode(json.as_bytes()).unwrap()
}

fn written(ship: &Ship) -> String {
    serde_json::to_string(ship).unwrap()
}

#[test]
fn either_spelling_is_read() {
    let one = ship(r#"{"id":1,"name":"Tern"}"#);
    let other = ship(r#"{"id":1,"ship_name":"Tern"}"#);
    assert_eq!(one, other);
}

#[test]
fn second_spelling_goes_to_extra() {
    let ship = ship(r#"{"id":1,"ship_name":"Tern","name":"Gull"}"#);
    assert_eq!(ship.name.as_deref(), Some("Tern"));
    assert_eq!(
        ship.extra.get("name").map(RawJson::as_str),
        Some("\"Gull\"")
    );
}

#[test]
fn field_is_written_in_the_spelling_that_extra_leaves_free() {
    let json = r#"{"id":1,"ship_name":"Tern","name":"Gull"}"#;
    assert_eq!(written(&ship(json)), json);
}

#[test]
fn duplicate_of_a_plain_field_goes_to_extra() {
    let json = r#"{"id":1,"length":2.5,"length":3.5}"#;
    let ship = ship(json);
    assert_eq!(ship.length, Some(2.5));
    assert_eq!(ship.extra.get("length").map(RawJson::as_str), Some("3.5"));
    assert_eq!(written(&ship), json);
}

#[test]
fn null_never_hides_a_value() {
    let before = ship(r#"{"id":1,"name":null,"ship_name":"Tern"}"#);
    let after = ship(r#"{"id":1,"ship_name":"Tern","name":null}"#);
    assert_eq!(before.name.as_deref(), Some("Tern"));
    assert_eq!(before, after);
    assert!(after.extra.is_empty());
}

#[test]
fn empty_list_never_hides_a_full_one() {
    assert_eq!(ship(r#"{"id":1,"ports":[],"port_ids":[7]}"#).ports, [7]);
}

/// F57: `{"id":1,"id":2}`.
#[test]
fn duplicate_of_the_id_is_an_error() {
    let error = decode::<Ship>(br#"{"id":1,"id":2}"#).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Duplicate);
    assert_eq!(error.field(), Some("id"));
}

#[test]
fn second_spelling_of_an_optional_id_is_an_error() {
    let error = decode::<Ship>(br#"{"id":1,"escort":2,"escort_id":3}"#).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Duplicate);
}

#[test]
fn null_for_the_id_is_an_error() {
    let error = decode::<Ship>(br#"{"id":null}"#).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Value);
    assert_eq!(error.path(), "id");
}

#[test]
fn unknown_fields_are_kept_in_their_order() {
    let json = r#"{"id":1,"zeal":{"b":1,"a":2},"aft":null}"#;
    let ship = ship(json);
    let keys: Vec<&str> = ship.extra.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["zeal", "aft"]);
    assert_eq!(written(&ship), json);
}

#[test]
fn absent_fields_are_not_written() {
    assert_eq!(written(&Ship::new(1)), r#"{"id":1}"#);
    assert_eq!(serde_json::to_string(&Sailor::default()).unwrap(), "{}");
}

#[test]
fn debug_names_the_fields_that_are_set_and_prints_none() {
    let ship = ship(r#"{"id":4711,"crew":[{"name":"Ada"}],"ports":[],"secret":"Bob"}"#);
    assert_eq!(format!("{ship:?}"), "Ship { id, crew, .. }");
    assert_eq!(format!("{ship:#?}"), "Ship { id, crew, .. }");
}

#[test]
fn field_list_says_what_the_declaration_says() {
    let crew = Ship::FIELDS
        .iter()
        .find(|field| field.name() == "crew")
        .unwrap();
    assert_eq!(crew.field_type(), FieldType::List("Sailor"));
    assert!(crew.is_personal() && !crew.is_writable() && !crew.is_required());
    assert_eq!(crew.nested()[0].name(), "name");

    let id = &Ship::FIELDS[0];
    assert!(id.is_required());
    assert_eq!(id.field_type().to_string(), "integer");
}

#[test]
fn list_is_no_model() {
    assert!(decode::<Sailor>(b"[]").is_err());
}
