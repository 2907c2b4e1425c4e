//! Objects whose keys are data.

use std::collections::BTreeMap;

use crate::ship::{Sailor, ShipChange};
use eloomi_wire::{DecodeError, FieldType, Patch, decode};
use proptest::{collection, prelude::*};
use serde_json::json;

fn change(watches: &str) -> Result<ShipChange, DecodeError> {
    decode(format!(r#"{{"watches":{watches}}}"#).as_bytes())
}

fn written(change: &ShipChange) -> String {
    serde_json::to_string(change).unwrap()
}

#[test]
fn keys_are_written_as_text_in_the_order_of_their_numbers() {
    let sailors = [(10, Sailor::default()), (9, Sailor::default())];
    let change = ShipChange {
        watches: Patch::Set(sailors.into()),
        ..ShipChange::default()
    };
    assert_eq!(written(&change), r#"{"watches":{"9":{},"10":{}}}"#);
}

#[test]
fn absent_cleared_and_empty_are_three_things() {
    assert_eq!(decode::<ShipChange>(b"{}").unwrap().watches, Patch::Keep);
    assert_eq!(change("null").unwrap().watches, Patch::Clear);
    let empty = change("{}").unwrap();
    assert_eq!(empty.watches.value().map(BTreeMap::len), Some(0));
    assert_eq!(written(&empty), r#"{"watches":{}}"#);
}

#[test]
fn values_are_as_lenient_as_everywhere() {
    let change = change(r#"{"7":{"years":"3"}}"#).unwrap();
    let years = change.watches.value().and_then(|map| map[&7].years);
    assert_eq!(years, Some(3));
}

#[test]
fn a_key_that_comes_twice_is_refused_and_not_quoted() {
    let error = change(r#"{"4711":{},"04711":{}}"#).unwrap_err();
    let shown = error.to_string();
    assert!(shown.contains("each key once"), "{shown}");
    assert!(!shown.contains("4711"), "{shown}");
}

#[test]
fn a_key_that_is_no_number_is_refused_and_not_quoted() {
    let shown = change(r#"{"Ada":{}}"#).unwrap_err().to_string();
    assert!(shown.contains("a whole number"), "{shown}");
    assert!(!shown.contains("Ada"), "{shown}");
}

#[test]
fn lists_and_scalars_are_refused() {
    for value in ["[]", "[1]", "1", r#""x""#, "true"] {
        assert!(change(value).is_err(), "{value}");
    }
}

#[test]
fn a_schema_finds_the_fields_of_the_values() {
    let field = ShipChange::FIELDS.last().unwrap();
    assert_eq!(field.field_type(), FieldType::Map("Sailor"));
    assert_eq!(field.field_type().to_string(), "map of Sailor");
    assert_eq!(field.nested().len(), Sailor::FIELDS.len());
}

proptest! {
    #[test]
    fn a_map_read_and_written_equals_the_one_that_came(
        years in collection::btree_map(any::<u64>(), any::<u64>(), 0..5)
    ) {
        let sailors = years.iter().map(|(key, years)| (key.to_string(), json!({"years": years})));
        let came = json!({"watches": sailors.collect::<serde_json::Map<_, _>>()});
        let change: ShipChange = decode(came.to_string().as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_value(&change).unwrap(), came);
    }
}
