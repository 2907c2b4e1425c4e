//! Each quirk that is known of a team's fields.

use eloomi_model::{
    Team, TeamChanges, TeamCourseConfig, TeamProgramAssignment, TeamProgramConfig, UserId,
};
use eloomi_wire::{Field, Patch, decode};
use serde_json::{Value, json};

fn team(json: &str) -> Team {
    decode(json.as_bytes()).unwrap()
}

fn written(changes: &TeamChanges) -> Value {
    serde_json::to_value(changes).unwrap()
}

fn names(fields: &'static [Field]) -> Vec<&'static str> {
    fields.iter().map(Field::name).collect()
}

#[test]
fn nothing_of_a_team_but_the_id_is_required() {
    assert_eq!(team(r#"{"id":"701"}"#), Team::new(701));
    assert!(decode::<Team>(br#"{"name":"First week"}"#).is_err());
}

#[test]
fn people_of_a_team_come_as_list_or_null() {
    for list in ["null", "[]"] {
        let team = team(&format!(r#"{{"id":1,"users":{list},"leaders":{list}}}"#));
        assert_eq!(team, Team::new(1), "{list}");
    }
    let team = team(r#"{"id":1,"users":["40",41]}"#);
    assert_eq!(team.users, [UserId::new(40), UserId::new(41)]);
}

#[test]
fn attributes_of_a_team_come_as_object_empty_list_or_null() {
    for none in ["null", "[]", "{}"] {
        let team = team(&format!(r#"{{"id":1,"custom_attributes":{none}}}"#));
        assert!(team.custom_attributes.is_empty(), "{none}");
    }
}

#[test]
fn courses_in_an_answer_would_be_kept() {
    let team = team(r#"{"id":1,"course_ids":{"12":{}}}"#);
    assert!(team.extra.get("course_ids").is_some());
}

#[test]
fn people_of_a_team_are_personal_and_the_rest_is_not() {
    let personal = |fields: &'static [Field]| {
        let personal = fields.iter().filter(|field| field.is_personal());
        personal.map(Field::name).collect::<Vec<_>>()
    };
    assert_eq!(personal(Team::FIELDS), ["leaders", "users"]);
    let people = ["employee_ids", "leader_ids", "user_emails", "user_ids"];
    assert_eq!(personal(TeamChanges::FIELDS), people);
}

#[test]
fn an_empty_map_is_written_as_an_empty_object() {
    let mut changes = TeamChanges::default();
    changes.course_ids = Patch::Set([].into());
    changes.program_ids = Patch::Set([].into());
    assert_eq!(
        written(&changes),
        json!({"course_ids": {}, "program_ids": {}})
    );
}

#[test]
fn settings_that_are_not_set_are_not_written() {
    let mut changes = TeamChanges::default();
    changes.course_ids = Patch::Set([(12.into(), TeamCourseConfig::default())].into());
    assert_eq!(written(&changes), json!({"course_ids": {"12": {}}}));
}

#[test]
fn settings_of_a_program_have_other_names_in_a_team_than_in_an_assignment() {
    assert_eq!(names(TeamProgramConfig::FIELDS), ["notify", "required"]);
    assert_eq!(
        names(TeamProgramAssignment::FIELDS),
        ["program_id", "is_required", "notify_users"]
    );
}

#[test]
fn people_are_told_of_a_program_unless_it_says_otherwise() {
    let silent = TeamProgramConfig::default();
    assert!(silent.may_notify());
    assert!(silent.clone().notify(true).may_notify());
    assert!(!silent.notify(false).may_notify());
}

#[test]
fn a_body_reads_back_as_what_was_written() {
    let json = r#"{"add_course_ids":[1],"course_ids":{"12":{"deadline":"2019-02-30","required":true}},"custom_attributes":{"cost_center":"1200"},"description":null,"employee_ids":["E1"],"leader_ids":[],"name":"First week","program_ids":{"90092":{"notify":false,"required":true}},"remove_course_ids":[2],"user_emails":["jane@example.com"],"user_ids":[40]}"#;
    let changes: TeamChanges = decode(json.as_bytes()).unwrap();
    assert_eq!(changes.description, Patch::Clear);
    assert_eq!(serde_json::to_string(&changes).unwrap(), json);
}
