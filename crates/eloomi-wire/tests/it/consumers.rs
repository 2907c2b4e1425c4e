//! Models and raw JSON inside of types that consumers write with serde's derive.

use crate::ship::{Sailor, Ship};
use eloomi_wire::{RawJson, decode};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Listed {
    rank: u64,
    #[serde(flatten)]
    ship: Ship,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Either {
    One(Box<Ship>),
    Many(Vec<Ship>),
}

const SHIP: &str = r#"{"id":"7","ship_name":"Tern","rating":5,"ports":null,"at_sea":1,
    "attributes":{"flag":"blue"},"crew":[{"name":"Ada","pets":[1]}],"beam":[4,null]}"#;

#[test]
fn model_survives_flatten() {
    let json = SHIP.replacen('{', r#"{"rank":1,"#, 1);
    let listed: Listed = decode(json.as_bytes()).unwrap();
    let ship: Ship = decode(SHIP.as_bytes()).unwrap();
    assert_eq!(listed.rank, 1);
    assert_eq!(listed.ship, ship);
}

#[test]
fn flattened_model_writes_text_and_no_private_newtype() {
    let listed = Listed {
        rank: 1,
        ship: decode(SHIP.as_bytes()).unwrap(),
    };
    let written = serde_json::to_string(&listed).unwrap();
    assert!(!written.contains("private"), "{written}");
    assert_eq!(decode::<Listed>(written.as_bytes()).unwrap(), listed);
}

#[test]
fn model_survives_untagged() {
    let Either::One(ship) = decode(SHIP.as_bytes()).unwrap() else {
        panic!("an object is one ship");
    };
    assert_eq!(*ship, decode::<Ship>(SHIP.as_bytes()).unwrap());
    let Either::Many(ships) = decode(b"[{\"id\":1}]").unwrap() else {
        panic!("a list is many ships");
    };
    assert_eq!(ships, [Ship::new(1)]);
}

#[test]
fn model_survives_a_value_both_ways() {
    let ship: Ship = decode(SHIP.as_bytes()).unwrap();
    let value = serde_json::to_value(&ship).unwrap();
    assert_eq!(value["beam"], serde_json::json!([4, null]));
    assert_eq!(serde_json::from_value::<Ship>(value).unwrap(), ship);
}

#[test]
fn raw_json_survives_flatten_into_a_map() {
    #[derive(Deserialize)]
    struct Rest {
        #[serde(flatten)]
        rest: std::collections::BTreeMap<String, RawJson>,
    }
    let rest: Rest = decode(br#"{"a": {"b": [1, 2.5, "x", null]}}"#).unwrap();
    assert_eq!(rest.rest["a"].as_str(), r#"{"b":[1,2.5,"x",null]}"#);
}

#[test]
fn model_is_read_from_a_stream_of_bytes() {
    let sailor: Sailor = serde_json::from_reader(br#"{"name":"Ada"}"#.as_slice()).unwrap();
    assert_eq!(sailor.name.as_deref(), Some("Ada"));
}
