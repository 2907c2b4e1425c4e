use crate::ship::Drive;
use eloomi_wire::decode;

#[test]
fn unknown_value_survives_a_round_trip() {
    let drive: Drive = decode(br#""warp""#).unwrap();
    assert_eq!(drive, Drive::Other("warp".into()));
    assert_eq!(serde_json::to_string(&drive).unwrap(), r#""warp""#);
}

#[test]
fn known_value_is_never_other() {
    for known in Drive::KNOWN {
        assert_eq!(Drive::from(known.as_str()), *known);
    }
}

#[test]
fn letters_must_match_exactly() {
    assert_eq!(Drive::from("Sail"), Drive::Other("Sail".into()));
}
