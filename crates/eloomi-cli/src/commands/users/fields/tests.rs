//! The flags and the fields of the model are the same.

use super::*;
use crate::fields::agreement;

#[test]
fn there_is_a_flag_for_each_field_that_can_be_written() {
    agreement::each_field_has_a_flag::<UserChanges>();
}

#[test]
fn flags_take_what_their_fields_are() {
    agreement::flags_take_what_their_fields_are::<UserChanges>();
}

#[test]
fn what_is_absent_when_it_is_null_cannot_be_emptied() {
    agreement::what_is_absent_when_it_is_null_cannot_be_emptied::<UserChanges>();
}

#[test]
fn every_name_is_that_of_a_field() {
    agreement::every_name_is_that_of_a_field::<UserChanges>();
}

#[test]
fn a_request_takes_over_every_field() {
    let body = concat!(
        r#"{"access_groups":[1],"activate":"instant","add_direct_manager_employee_ids":["a"],"#,
        r#""add_direct_manager_ids":[2],"birthday":"1","country":"b","custom_attributes":{"c":1},"#,
        r#""department_code":["d"],"department_id":[3],"direct_manager_employee_ids":["e"],"#,
        r#""direct_manager_ids":[4],"email":"f","employee_id":"g","end_of_employment_at":"h","#,
        r#""first_name":"i","gender":"F","generic_role":"j","initials":"k","language_code":"l","#,
        r#""language_iso":"m","last_name":"n","legal":"o","level":5,"location":"p","#,
        r#""mobile_phone":"q","password":"r","personal_email":"s","phone":"t","profile_ids":[6],"#,
        r#""prompts":{"email":true},"start_of_employment_at":"u","team_ids":[7],"title":"v","#,
        r#""user_permission":"user","username":"w"}"#
    );
    let changes: UserChanges = eloomi::wire::decode(body.as_bytes()).unwrap();
    assert_eq!(UpdateUser::new(1).with(changes.clone()).changes(), &changes);
    assert_eq!(
        CreateUser::new("x").with(changes.clone()).changes(),
        &changes
    );
    assert_eq!(serde_json::to_string(&changes).unwrap(), body);
}
