//! The flags and the fields of the model are the same.

use super::*;
use crate::fields::agreement;

#[test]
fn there_is_a_flag_for_each_field_of_a_team_that_can_be_written() {
    agreement::each_field_has_a_flag::<TeamChanges>();
}

#[test]
fn flags_of_a_team_take_what_their_fields_are() {
    agreement::flags_take_what_their_fields_are::<TeamChanges>();
}

#[test]
fn what_is_absent_of_a_team_when_it_is_null_cannot_be_emptied() {
    agreement::what_is_absent_when_it_is_null_cannot_be_emptied::<TeamChanges>();
}

#[test]
fn every_name_is_that_of_a_field_of_a_team() {
    agreement::every_name_is_that_of_a_field::<TeamChanges>();
}

#[test]
fn a_request_takes_over_every_field_of_a_team() {
    let body = concat!(
        r#"{"add_course_ids":[1],"course_ids":{"2":{"deadline":"2026-12-31"}},"#,
        r#""custom_attributes":{"a":"b"},"description":"c","employee_ids":["d"],"leader_ids":[3],"#,
        r#""name":"e","program_ids":{"4":{"notify":false}},"remove_course_ids":[5],"#,
        r#""user_emails":["f"],"user_ids":[6]}"#
    );
    let changes: TeamChanges = eloomi::wire::decode(body.as_bytes()).unwrap();
    assert_eq!(UpdateTeam::new(1).with(changes.clone()).changes(), &changes);
    let creation = CreateTeam::new("x").with(changes.clone());
    assert_eq!(creation.changes(), &changes);
    assert_eq!(serde_json::to_string(&changes).unwrap(), body);
}
