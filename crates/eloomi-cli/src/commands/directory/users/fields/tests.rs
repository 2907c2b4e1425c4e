use super::*;
use crate::fields::agreement::{
    each_field_has_a_flag, every_name_is_that_of_a_field, flags_take_what_their_fields_are,
    what_is_absent_when_it_is_null_cannot_be_emptied,
};

#[test]
fn flags_and_model_agree() {
    each_field_has_a_flag::<PersonChanges>();
    flags_take_what_their_fields_are::<PersonChanges>();
    what_is_absent_when_it_is_null_cannot_be_emptied::<PersonChanges>();
    every_name_is_that_of_a_field::<PersonChanges>();
}

#[test]
fn whatever_a_person_of_the_directory_lets_write_has_a_flag() {
    let of_directory = lvconnect::User::FIELDS.iter();
    let writable = of_directory.filter(|field| field.is_writable());
    for field in writable {
        assert!(
            PersonChanges::FIELDS
                .iter()
                .any(|ours| ours.wire_names() == field.wire_names()),
            "{}",
            field.name()
        );
    }
}
