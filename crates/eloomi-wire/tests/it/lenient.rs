use crate::ship::Ship;
use eloomi_wire::{NumberOrText, ZeroOrOne, decode};

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
fn signed_number_refuses_fractions_and_what_does_not_fit() {
    assert!(ship(r#""trim":2.0"#).is_err());
    assert!(ship(r#""trim":18446744073709551615"#).is_err());
}

#[test]
fn decimal_comes_bare_or_in_quotes() {
    assert_eq!(ship(r#""length":"33.33""#).unwrap().length, Some(33.33));
    assert_eq!(ship(r#""length":33"#).unwrap().length, Some(33.0));
    assert_eq!(ship(r#""length":-0.5"#).unwrap().length, Some(-0.5));
}

#[test]
fn decimal_refuses_what_json_could_not_write_back() {
    assert!(ship(r#""length":"NaN""#).is_err());
    assert!(ship(r#""length":"inf""#).is_err());
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
fn truth_refuses_other_numbers_and_words() {
    assert!(ship(r#""at_sea":2"#).is_err());
    assert!(ship(r#""at_sea":-1"#).is_err());
    assert!(ship(r#""at_sea":"yes""#).is_err());
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
