//! The flags and the fields of the model are the same.

use super::*;
use crate::fields::agreement;

#[test]
fn there_is_a_flag_for_each_field_of_a_unit_that_can_be_written() {
    agreement::each_field_has_a_flag::<UnitChanges>();
}

#[test]
fn flags_of_a_unit_take_what_their_fields_are() {
    agreement::flags_take_what_their_fields_are::<UnitChanges>();
}

#[test]
fn what_is_absent_of_a_unit_when_it_is_null_cannot_be_emptied() {
    agreement::what_is_absent_when_it_is_null_cannot_be_emptied::<UnitChanges>();
}

#[test]
fn every_name_is_that_of_a_field_of_a_unit() {
    agreement::every_name_is_that_of_a_field::<UnitChanges>();
}

#[test]
fn what_adds_or_takes_away_cannot_be_emptied() {
    let is_step = |name: &str| name.starts_with("add_") || name.starts_with("remove_");
    for flag in FLAGS {
        let never = UnitChanges::NEVER_EMPTY.contains(&flag.name);
        assert_eq!(never, is_step(flag.name) || flag.name == "name", "{flag:?}");
    }
}

#[test]
fn what_a_creation_lacks_is_what_its_page_does_not_have() {
    let lacks = |name: &str| {
        name.starts_with("remove_") || ["add_course_ids", "add_user_ids"].contains(&name)
    };
    for flag in FLAGS {
        assert_eq!(CreateUnit::LACKS.contains(&flag.name), lacks(flag.name));
    }
}

#[test]
fn no_address_is_shown_unasked() {
    for flag in FLAGS {
        let is_address = flag.name.contains("email");
        assert_eq!(UnitChanges::SHOWN.contains(&flag.name), !is_address);
    }
}

#[test]
fn a_request_takes_over_every_field_of_a_unit() {
    // Texts where they fit, numbers where they must.
    let members = FLAGS.iter().map(|flag| match flag.kind {
        Kind::Id => format!(r#""{}":7"#, flag.name),
        Kind::Ids => format!(r#""{}":[7]"#, flag.name),
        Kind::Texts => format!(r#""{}":["a"]"#, flag.name),
        _ => format!(r#""{}":"a""#, flag.name),
    });
    let body = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
    let changes: UnitChanges = eloomi::wire::decode(body.as_bytes()).unwrap();
    assert_eq!(UpdateUnit::new(1).with(changes.clone()).changes(), &changes);
    let creation = CreateUnit::new("x").with(changes.clone());
    assert_eq!(creation.changes(), &changes);
    assert_eq!(serde_json::to_string(&changes).unwrap(), body);
}
