//! Each quirk that is known of a person's fields.

use crate::samples::{OF_2018, OF_THE_REFERENCE};
use eloomi_model::{Gender, TeamId, UnitId, User, UserId, UserPermission};
use eloomi_wire::{DateTimeText, RawJson, decode};
use serde_json::{Value, json};

fn user(json: &str) -> User {
    decode(json.as_bytes()).unwrap()
}

fn with(field: &str) -> User {
    user(&format!(r#"{{"id":1,{field}}}"#))
}

fn written(user: &User) -> Value {
    serde_json::to_value(user).unwrap()
}

#[test]
fn nothing_but_the_id_is_required() {
    assert_eq!(user(r#"{"id":1}"#), User::new(1));
    assert!(decode::<User>(b"{}").is_err());
}

#[test]
fn both_samples_are_understood_whole() {
    assert!(user(OF_2018).extra.is_empty());
    assert!(user(OF_THE_REFERENCE).extra.is_empty());
}

#[test]
fn every_field_of_the_reference_is_read() {
    let absent = ["access_groups"]; // an empty list in the sample
    let shown = format!("{:?}", user(OF_THE_REFERENCE));
    for field in User::FIELDS {
        let is_set = shown.contains(&format!(" {},", field.name()));
        assert_eq!(is_set, !absent.contains(&field.name()), "{}", field.name());
    }
}

#[test]
fn employment_dates_come_with_and_without_at() {
    let date = Some(DateTimeText::from("2010-12-14 00:00:00"));
    for suffix in ["", "_at"] {
        let user = with(&format!(
            r#""start_of_employment{suffix}":"2010-12-14 00:00:00",
               "end_of_employment{suffix}":"2010-12-14 00:00:00""#
        ));
        assert_eq!(user.start_of_employment_at, date);
        assert_eq!(user.end_of_employment_at, date);
    }
}

#[test]
fn employment_dates_are_written_with_at() {
    let user = with(r#""start_of_employment":"2010-12-14 00:00:00""#);
    let expected = json!({"id": 1, "start_of_employment_at": "2010-12-14 00:00:00"});
    assert_eq!(written(&user), expected);
}

#[test]
fn mobile_comes_as_mobile_and_as_mobile_phone() {
    assert_eq!(
        with(r#""mobile":"555-0100""#),
        with(r#""mobile_phone":"555-0100""#)
    );
}

#[test]
fn mobile_is_written_as_mobile_phone() {
    let expected = json!({"id": 1, "mobile_phone": "555-0100"});
    assert_eq!(written(&with(r#""mobile":"555-0100""#)), expected);
}

#[test]
fn mobile_that_differs_from_mobile_phone_is_kept_beside_it() {
    let user = with(r#""mobile_phone":"555-0100","mobile":"555-0199""#);
    assert_eq!(user.mobile_phone.as_deref(), Some("555-0100"));
    let mobile = user.extra.get("mobile").map(RawJson::as_str);
    assert_eq!(mobile, Some("\"555-0199\""));
}

#[test]
fn birthday_comes_with_and_without_midnight() {
    for birthday in ["2017-01-01", "1980-12-14 00:00:00"] {
        let user = with(&format!(r#""birthday":"{birthday}""#));
        assert_eq!(user.birthday.unwrap().as_str(), birthday);
    }
}

#[test]
fn impossible_date_is_kept_as_it_came() {
    let user = with(r#""activated_at":"2019-02-30 00:00:00""#);
    assert_eq!(user.activated_at.unwrap().as_str(), "2019-02-30 00:00:00");
}

#[test]
fn zero_date_means_unset() {
    let user = with(r#""end_of_employment_at":"0000-00-00 00:00:00""#);
    assert!(user.end_of_employment_at.unwrap().is_unset());
}

#[test]
fn language_is_kept_as_text() {
    for language in ["en", "sv", "en-US"] {
        let user = with(&format!(r#""language":"{language}""#));
        assert_eq!(user.language.as_deref(), Some(language));
    }
}

#[test]
fn level_comes_as_number_and_as_text() {
    for level in ["0", "5", r#""Senior""#, r#""5""#] {
        let user = with(&format!(r#""level":{level}"#));
        assert_eq!(written(&user)["level"].to_string(), level);
    }
}

#[test]
fn salary_id_comes_as_number_and_as_text() {
    for salary_id in ["17", r#""S-17""#] {
        let user = with(&format!(r#""salary_id":{salary_id}"#));
        assert_eq!(written(&user)["salary_id"].to_string(), salary_id);
    }
}

#[test]
fn lists_of_ids_come_empty_or_null() {
    for empty in ["[]", "null"] {
        let user = with(&format!(
            r#""department_id":{empty},"team_id":{empty},"direct_manager_ids":{empty}"#
        ));
        assert_eq!(user, User::new(1));
    }
}

#[test]
fn ids_in_lists_come_as_number_and_as_text() {
    let user = with(r#""department_id":[7,"7"],"team_id":["3"],"direct_manager_ids":["80001"]"#);
    assert_eq!(user.department_id, [UnitId::new(7); 2]);
    assert_eq!(user.team_id, [TeamId::new(3)]);
    assert_eq!(user.direct_manager_ids, [UserId::new(80001)]);
}

#[test]
fn access_groups_come_as_null_too() {
    assert_eq!(with(r#""access_groups":null"#), User::new(1));
}

#[test]
fn empty_text_is_kept_apart_from_null() {
    assert_eq!(with(r#""phone":"""#).phone.as_deref(), Some(""));
    assert_eq!(with(r#""phone":null"#).phone, None);
}

#[test]
fn permissions_of_answers_and_requests_are_known() {
    for permission in ["user", "admin", "company adm."] {
        assert!(UserPermission::KNOWN.contains(&permission.into()));
    }
}

#[test]
fn unknown_gender_is_kept() {
    let user = with(r#""gender":"X""#);
    assert_eq!(user.gender, Some(Gender::Other("X".into())));
    assert_eq!(written(&user)["gender"], "X");
}

#[test]
fn custom_attributes_come_as_object_empty_list_or_null() {
    let user = user(OF_2018);
    let hair = user.custom_attributes.get("hair_color").unwrap();
    assert_eq!(hair.as_str(), "\"brown\"");
    assert!(user.custom_attributes.get("shoe_size").unwrap().is_null());
    assert!(
        with(r#""custom_attributes":[]"#)
            .custom_attributes
            .is_empty()
    );
    assert!(
        with(r#""custom_attributes":null"#)
            .custom_attributes
            .is_empty()
    );
}

#[test]
fn samples_are_written_as_they_came_but_for_the_promised_levelling() {
    for sample in [OF_2018, OF_THE_REFERENCE] {
        let mut came: Value = serde_json::from_str(sample).unwrap();
        let came = came.as_object_mut().unwrap();
        for (alias, name) in [
            ("mobile", "mobile_phone"),
            ("start_of_employment", "start_of_employment_at"),
            ("end_of_employment", "end_of_employment_at"),
        ] {
            if let Some(value) = came.remove(alias) {
                came.insert(name.to_owned(), value);
            }
        }
        if came["department_id"].is_array() {
            came["department_id"] = json!([7, 12]);
            came["direct_manager_ids"] = json!([80001]);
            came.remove("access_groups");
        }
        came.retain(|_, value| !value.is_null());
        assert_eq!(written(&user(sample)), Value::Object(came.clone()));
    }
}

#[test]
fn debug_prints_nothing_of_a_person() {
    let shown = format!("{:?}", user(OF_THE_REFERENCE));
    for value in ["80085", "Jane", "E0052", "example.com", "1980", "Denmark"] {
        assert!(!shown.contains(value), "{shown}");
    }
}

#[test]
fn error_prints_nothing_of_a_person() {
    let json = OF_THE_REFERENCE.replace("\"555-0101\"", "[\"555-0101\"]");
    let error = decode::<User>(json.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "unexpected value at phone, line 17 column 13: expected text"
    );
}
