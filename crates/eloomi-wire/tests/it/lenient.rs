use crate::ship::{Sailor, Ship, ShipChange};
use eloomi_wire::{NumberOrText, RawJson, ZeroOrOne, decode};

fn ship(field: &str) -> Result<Ship, eloomi_wire::DecodeError> {
    decode(format!(r#"{{"id":1,{field}}}"#).as_bytes())
}

#[test]
fn whole_number_comes_bare_or_in_quotes() {
    assert_eq!(ship(r#""ports":[40,"40"," 40 "]"#).unwrap().ports, [40; 3]);
}

#[test]
fn whole_number_refuses_everything_else() {
    for value in ["40.0", "-1", r#""-1""#, r#""""#, r#""4o""#, "true", "1e400"] {
        assert!(ship(&format!(r#""ports":[{value}]"#)).is_err(), "{value}");
    }
}

#[test]
fn signed_number_comes_bare_or_in_quotes() {
    assert_eq!(ship(r#""trim":-2"#).unwrap().trim, Some(-2));
    assert_eq!(ship(r#""trim":"-2""#).unwrap().trim, Some(-2));
    assert_eq!(ship(r#""trim":2"#).unwrap().trim, Some(2));
}

#[test]
fn decimal_comes_bare_or_in_quotes() {
    assert_eq!(ship(r#""length":"33.33""#).unwrap().length, Some(33.33));
    assert_eq!(ship(r#""length":33"#).unwrap().length, Some(33.0));
    assert_eq!(ship(r#""length":-0.5"#).unwrap().length, Some(-0.5));
}

#[test]
fn truth_has_eight_dresses() {
    for value in ["true", "1", r#""1""#, r#""true""#] {
        let at_sea = ship(&format!(r#""at_sea":{value}"#)).unwrap().at_sea;
        assert_eq!(at_sea, Some(true), "{value}");
    }
    for value in ["false", "0", r#""0""#, r#""false""#] {
        let at_sea = ship(&format!(r#""at_sea":{value}"#)).unwrap().at_sea;
        assert_eq!(at_sea, Some(false), "{value}");
    }
}

#[test]
fn number_or_text_is_written_as_it_came() {
    for value in ["5", "-5", "5.5", r#""5""#, r#""Senior""#, r#""""#] {
        let rating: NumberOrText = decode(value.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&rating).unwrap(), value);
    }
}

#[test]
fn number_and_its_text_differ_but_print_alike() {
    let (number, text) = (NumberOrText::from(5), NumberOrText::from("5"));
    assert_ne!(number, text);
    assert_eq!(number.to_string(), text.to_string());
}

#[test]
fn number_is_a_decimal_bare_or_in_quotes() {
    for (value, number) in [
        ("15", Some(15.0)),
        ("-2", Some(-2.0)),
        ("33.33", Some(33.33)),
        (r#"" 0.00 ""#, Some(0.0)),
        (r#""Senior""#, None),
        (r#""NaN""#, None),
        (r#""inf""#, None),
        (r#""""#, None),
    ] {
        let score: NumberOrText = decode(value.as_bytes()).unwrap();
        assert_eq!(score.as_f64(), number, "{value}");
    }
}

#[test]
fn zero_and_one_are_read_from_every_dress_of_truth_and_written_as_digits() {
    for (value, digit) in [
        ("true", "1"),
        (r#""1""#, "1"),
        ("0", "0"),
        (r#""false""#, "0"),
    ] {
        let flag: ZeroOrOne = decode(value.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&flag).unwrap(), digit, "{value}");
    }
    assert!(decode::<ZeroOrOne>(b"2").is_err());
}

#[test]
fn null_list_is_an_empty_list() {
    assert_eq!(ship(r#""ports":null"#).unwrap().ports, [0_u64; 0]);
}

#[test]
fn blank_text_is_no_number_and_no_truth() {
    for field in ["at_sea", "length", "rating", "trim"] {
        for blank in [r#""""#, r#"" ""#] {
            let ship = ship(&format!(r#""{field}":{blank}"#)).unwrap();
            assert_eq!(ship, Ship::new(1), "{field}");
        }
    }
    let sailor: Sailor = decode(br#"{"years":""}"#).unwrap();
    assert_eq!(sailor, Sailor::default());
}

#[test]
fn value_in_no_known_dress_is_kept_and_costs_nobody_the_rest() {
    for (field, odd) in [
        ("at_sea", "2"),
        ("at_sea", "-1"),
        ("at_sea", r#""yes""#),
        ("trim", "2.0"),
        ("trim", "18446744073709551615"),
        ("length", r#""NaN""#),
        ("length", r#""inf""#),
        ("length", "[1, 2]"),
        ("rating", r#"{ "stars": 5 }"#),
        ("rating", "true"),
    ] {
        let json = format!(r#"{{"id":1,"name":"Tern","{field}":{odd}}}"#);
        let ship: Ship = decode(json.as_bytes()).unwrap();
        let names: Vec<_> = ship.set_fields().map(eloomi_wire::Field::name).collect();
        assert_eq!(names, ["id", "name"], "{json}");
        assert_eq!(ship.extra.get(field).map(RawJson::as_str), Some(odd));
        assert_eq!(serde_json::to_string(&ship).unwrap(), json);
    }
}

#[test]
fn odd_value_takes_no_place_from_one_that_can_be_read() {
    let ship = ship(r#""length":"long","length":2.5"#).unwrap();
    assert_eq!(ship.length, Some(2.5));
    assert_eq!(
        ship.extra.get("length").map(RawJson::as_str),
        Some(r#""long""#)
    );
}

#[test]
fn what_is_written_is_read_strictly() {
    for odd in [r#""""#, "2", r#""yes""#] {
        let change = format!(r#"{{"steered":{odd}}}"#);
        assert!(decode::<ShipChange>(change.as_bytes()).is_err(), "{odd}");
    }
}
