//! Recordings in which everybody is invented.

use super::{about, get, json, rules};
use eloomi_replay::Redactor;

#[test]
fn ids_that_are_numbers_and_dates_stay_and_nothing_else_does() {
    let redactor = Redactor::seeded(rules(), 7).of_invented_people();
    let person = json(
        r#"{"data":{"id":80001,"email":"ada@example.com","employee_id":"E0001",
            "activated_at":"2023-11-14 22:13:20","birthday":"1990-02-28","title":"Engineer"}}"#,
    );
    let redacted = redactor.exchange(&about("getUser"), &get("/v3/users/80001"), &person);
    let text = redacted.exchange.to_string();
    for stays in [
        "GET /v3/users/80001\n",
        "\"id\": 80001,",
        "\"activated_at\": \"2023-11-14 22:13:20\"",
        "\"birthday\": \"1990-02-28\"",
    ] {
        assert!(text.contains(stays), "{stays}\n{text}");
    }
    for goes in ["ada", "E0001", "Engineer"] {
        assert!(!text.contains(goes), "{goes}\n{text}");
    }
}

#[test]
fn what_looks_like_no_date_does_not_stay() {
    let redactor = Redactor::seeded(rules(), 7).of_invented_people();
    let person = json(r#"{"data":{"id":80001,"birthday":"the day of the flood"}}"#);
    let redacted = redactor.exchange(&about("getUser"), &get("/v3/users/80001"), &person);
    assert!(!redacted.exchange.to_string().contains("flood"));
}
