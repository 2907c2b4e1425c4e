//! Each quirk that is known of a unit's fields.

use eloomi_model::{Unit, UnitChanges, UserId};
use eloomi_wire::decode;

fn unit(json: &str) -> Unit {
    decode(json.as_bytes()).unwrap()
}

fn changes(json: &str) -> UnitChanges {
    decode(json.as_bytes()).unwrap()
}

#[test]
fn a_unit_needs_nothing_but_its_id() {
    assert_eq!(unit(r#"{"id":354}"#), Unit::new(354));
    assert!(decode::<Unit>(b"{}").is_err());
}

#[test]
fn a_unit_of_either_document_is_understood_whole() {
    let unit = unit(
        r#"{"id":354,"name":"Inbound Marketing","code":"MAR02","parent_id":12,"users":[40,"41"],
            "leaders":[40],"access_groups":[{"id":24,"name":"No special access"}]}"#,
    );
    assert!(unit.extra.is_empty());
    assert_eq!(unit.set_fields().count(), Unit::FIELDS.len());
    assert_eq!(unit.users, [UserId::new(40), UserId::new(41)]);
}

#[test]
fn a_unit_at_the_top_has_no_parent_and_may_lack_a_code_and_people() {
    let unit = unit(r#"{"id":1,"code":null,"parent_id":null,"users":null,"leaders":[]}"#);
    assert_eq!(unit, Unit::new(1));
}

#[test]
fn every_spelling_of_the_leaders_is_read_and_one_is_written() {
    for spelling in [
        "leader_employee_id",
        "leader_employee_ids",
        "leaders_employee_id",
        "leaders_employee_ids",
    ] {
        let changes = changes(&format!(r#"{{"{spelling}":["EI111"]}}"#));
        let written = serde_json::to_string(&changes).unwrap();
        assert_eq!(written, r#"{"leaders_employee_ids":["EI111"]}"#);
    }
}

#[test]
fn people_of_a_unit_are_written_in_the_form_that_ends_in_ids() {
    let written = serde_json::to_string(&changes(r#"{"leaders":[40],"users":["41"]}"#)).unwrap();
    assert_eq!(written, r#"{"leader_ids":[40],"user_ids":[41]}"#);
}

#[test]
fn there_are_eighteen_lists_of_managers() {
    let is_of_managers = |name: &str| name.contains("_manager_");
    let (adding, removing): (Vec<&str>, Vec<&str>) = UnitChanges::FIELDS
        .iter()
        .map(eloomi_wire::Field::name)
        .filter(|name| is_of_managers(name))
        .partition(|name| name.starts_with("add_"));
    assert_eq!((adding.len(), removing.len()), (9, 9));
    let both_ways = |(added, removed): (&&str, &&str)| {
        added.strip_prefix("add_").unwrap() == removed.strip_prefix("remove_").unwrap()
    };
    assert!(adding.iter().zip(&removing).all(both_ways));
}

#[test]
fn who_is_in_a_unit_is_not_printed() {
    let printed = format!("{:?}", changes(r#"{"user_emails":["ada@example.com"]}"#));
    assert_eq!(printed, "UnitChanges { user_emails, .. }");
}
