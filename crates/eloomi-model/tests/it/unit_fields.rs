//! The lists of a unit's fields, which schemas and redaction read.

use eloomi_model::{Unit, UnitChanges};
use eloomi_wire::Field;

#[test]
fn whatever_tells_of_people_in_a_unit_is_personal() {
    let people = ["user", "leader", "manager"];
    for field in Unit::FIELDS.iter().chain(UnitChanges::FIELDS) {
        let tells_of_people = people.iter().any(|word| field.name().contains(word));
        assert_eq!(field.is_personal(), tells_of_people, "{}", field.name());
    }
}

#[test]
fn every_change_of_a_unit_is_written_under_the_name_of_its_setter() {
    let is_named = |field: &&Field| field.wire_names()[0] == field.name();
    assert!(UnitChanges::FIELDS.iter().all(|field| is_named(&field)));
    assert!(UnitChanges::FIELDS.iter().all(Field::is_writable));
}
