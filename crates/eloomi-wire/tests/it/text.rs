use eloomi_wire::{Text, decode};
use std::collections::HashMap;

#[test]
fn text_compares_with_every_kind_of_string_both_ways() {
    let text = Text::from("Tern");
    let owned = String::from("Tern");
    assert_eq!(text, "Tern");
    assert_eq!("Tern", text);
    assert_eq!(text, *"Tern");
    assert_eq!(*"Tern", text);
    assert_eq!(text, owned);
    assert_eq!(owned, text);
}

#[test]
fn map_finds_text_by_a_plain_string() {
    let ports = HashMap::from([(Text::from("Tern"), 1)]);
    assert_eq!(ports.get("Tern"), Some(&1));
}

#[test]
fn display_obeys_width() {
    assert_eq!(format!("[{:>6}]", Text::from("Tern")), "[  Tern]");
}

#[test]
fn escapes_of_php_are_undone() {
    let text: Text = decode(br#""K\u00f8benhavn \/ \ud83d\ude80""#).unwrap();
    assert_eq!(text, "København / 🚀");
}

#[test]
fn lone_surrogate_is_an_error() {
    assert!(decode::<Text>(br#""\ud83d""#).is_err());
}
