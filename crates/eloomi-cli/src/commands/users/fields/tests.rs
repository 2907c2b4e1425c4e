//! The flags and the fields of the model are the same.

use eloomi::wire::{Field, FieldType};

use super::*;

#[test]
fn there_is_a_flag_for_each_field_that_can_be_written() {
    let fields = UserChanges::FIELDS
        .iter()
        .filter(|field| field.is_writable());
    let fields: Vec<_> = fields.map(|field| field.wire_names()[0]).collect();
    let flags: Vec<_> = FLAGS.iter().map(|flag| flag.name).collect();
    assert_eq!(flags, fields);
}

#[test]
fn flags_take_what_their_fields_are() {
    let kind = |field: &Field| {
        FLAGS
            .iter()
            .find(|flag| flag.name == field.name())
            .unwrap()
            .kind
    };
    for field in UserChanges::FIELDS {
        let fits = match kind(field) {
            Kind::Ids => field.field_type() == FieldType::List("integer"),
            Kind::Texts => field.field_type() == FieldType::List("text"),
            Kind::Attributes => field.field_type() == FieldType::One("attributes"),
            Kind::Date => field.field_type() == FieldType::One("date"),
            Kind::DateTime => field.field_type() == FieldType::One("date and time"),
            Kind::NumberOrText => field.field_type() == FieldType::One("number or text"),
            Kind::Prompts => !field.nested().is_empty(),
            Kind::Password | Kind::Text => field.field_type() == FieldType::One("text"),
            Kind::Word(_) => field.field_type().to_string().starts_with("text"),
        };
        assert!(fits, "{}: {}", field.name(), field.field_type());
    }
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

#[test]
fn what_is_absent_when_it_is_null_cannot_be_emptied() {
    for flag in FLAGS {
        let json = format!(r#"{{"{}":null}}"#, flag.name);
        let changes: UserChanges = eloomi::wire::decode(json.as_bytes()).unwrap();
        let is_lost = changes == UserChanges::default();
        assert!(!(is_lost && flag.can_be_emptied()), "{}", flag.name);
    }
}

#[test]
fn a_list_is_emptied_by_an_empty_list() {
    let changes: UserChanges = eloomi::wire::decode(br#"{"team_ids":null,"title":null}"#).unwrap();
    let changes = UpdateUser::new(1).with(changes).changes().clone();
    assert_eq!(changes.team_ids, Patch::Set(Vec::new()));
    assert_eq!(changes.title, Patch::Clear);
}
