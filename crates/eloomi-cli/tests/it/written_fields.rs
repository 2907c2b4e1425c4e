//! Ways to give fields, and how mistakes are told.

use std::fs;

use crate::eloomi::{Eloomi, Ran};

/// The body that an update would send.
fn body(flags: &str) -> String {
    let ran = Eloomi::new(&format!("users update 40 --dry-run --format json {flags}")).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    ran.stdout.trim_end().into()
}

fn input(json: &str, flags: &str) -> Ran {
    let call = format!("users update 40 --dry-run --format json --input - {flags}");
    Eloomi::new(&call).stdin(json).run()
}

#[test]
fn a_list_is_given_with_commas_or_one_by_one() {
    assert_eq!(body("--department-id 7,9"), r#"{"department_id":[7,9]}"#);
    let codes = body("--department-code MAR --department-code HR");
    assert_eq!(codes, r#"{"department_code":["MAR","HR"]}"#);
}

#[test]
fn attributes_are_given_one_by_one() {
    let attributes = body("--custom-attribute desk=4b --custom-attribute badge=a,b");
    assert_eq!(
        attributes,
        r#"{"custom_attributes":{"badge":"a,b","desk":"4b"}}"#
    );
}

#[test]
fn prompts_are_given_with_commas() {
    assert_eq!(
        body("--prompts phone=mandatory,email=optional"),
        r#"{"prompts":{"email":false,"phone":true}}"#
    );
}

#[test]
fn a_cleared_field_may_be_spelled_as_on_the_wire() {
    assert_eq!(body("--clear mobile_phone"), r#"{"mobile_phone":null}"#);
}

#[test]
fn input_and_flags_go_together() {
    let ran = input(r#"{"title":"Architect","phone":null}"#, "--level 5");
    assert_eq!(
        ran.stdout,
        "{\"level\":5,\"phone\":null,\"title\":\"Architect\"}\n"
    );
}

#[test]
fn input_may_be_a_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("person.json");
    fs::write(&path, r#"{"title":"Architect"}"#).unwrap();
    let call = Eloomi::new("users update 40 --dry-run --format json --input");
    let ran = call.arg(path.to_str().unwrap()).run();
    assert_eq!(ran.stdout, "{\"title\":\"Architect\"}\n");
}

#[test]
fn input_takes_words_that_flags_do_not_know() {
    let ran = input(r#"{"activate":"by_pigeon","user_permission":"owner"}"#, "");
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(ran.stderr.contains("may send mail"), "{ran}");
}

#[test]
fn a_field_that_is_given_twice_is_refused_by_name() {
    insta::assert_snapshot!(Eloomi::new("users update 40 --title a --clear title").run());
    let ran = input(r#"{"title":"Canary"}"#, "--title Canary");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr
            .contains("`title` is given by --input and by --title")
    );
}

#[test]
fn a_flag_that_is_empty_empties_nothing() {
    let ran = Eloomi::new("users update 40 --title").arg("").run();
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.stderr,
        "error: --title is empty; --clear empties a field\n"
    );
}

#[test]
fn an_unknown_field_is_refused_by_name() {
    insta::assert_snapshot!(input(r#"{"titel":"Architect"}"#, ""));
}

#[test]
fn a_field_to_clear_that_is_none_is_refused_by_name() {
    let ran = Eloomi::new("users update 40 --clear mobil-phone").run();
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("'mobil-phone' for '--clear <FIELD>'"),
        "{ran}"
    );
}

#[test]
fn a_value_of_the_wrong_type_is_told_with_its_place() {
    insta::assert_snapshot!(input("{\n  \"title\": [\"Canary\"]\n}", ""));
}

#[test]
fn fields_that_contradict_each_other_are_refused_before_sending() {
    let call = "users update 40 --department-id 7 --department-code MAR";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[test]
fn a_password_given_as_an_argument_is_refused_and_not_quoted() {
    insta::assert_snapshot!(Eloomi::new("users update 40 --password=Canary").run());
}

#[test]
fn one_stdin_is_not_read_twice() {
    let call = "users update 40 --input - --password-file -";
    let ran = Eloomi::new(call).stdin("{}").run();
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("cannot both be stdin"), "{ran}");
}

#[test]
fn no_mistake_quotes_what_was_typed() {
    for call in [
        "users create Canary@example.com Canary",
        "users create Canary@example.com --email Canary@example.com",
        "users create Canary@example.com --birthday Canary",
        "users create Canary@example.com --department-id Canary",
        "users create Canary@example.com --custom-attribute Canary",
        "users create Canary@example.com --prompts Canary",
        "users create Canary@example.com --gender Canary",
        "users create Canary@example.com --activate Canary",
        "users create Canary@example.com --clear Canary",
        "users create Canary@example.com --clear email",
        "users create Canary@example.com --input Canary.json",
        "users create Canary@example.com --password-file Canary",
        "users create Canary@example.com --phone --Canary",
        "users create --title Canary",
        "users update Canary@example.com --title Canary",
        "users delete Canary@example.com --yes",
    ] {
        let ran = Eloomi::new(call).run();
        assert_eq!(ran.code, Some(2), "{call}: {ran}");
        assert!(!ran.to_string().contains("anary"), "{call}: {ran}");
    }
    for json in [
        "Canary",
        "[\"Canary\"]",
        "{\"Canary\":1}",
        "{\"phone\":{\"Canary\":\"Canary\"}}",
        "{\"prompts\":{\"Canary\":true}}",
        "{\"department_id\":[\"Canary\"]}",
        "{\"title\":\"Canary\",\"title\":\"Canary\"}",
        "{\"email\":\"Canary",
    ] {
        let ran = input(json, "");
        assert_eq!(ran.code, Some(2), "{json}: {ran}");
        assert!(!ran.to_string().contains("anary"), "{json}: {ran}");
    }
}
