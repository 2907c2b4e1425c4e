//! What people see without asking for it.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

const PERSON: &str = r#"{"status_code":200,"data":{"id":1,"first_name":"Shown",
    "email":"canary@example.com","personal_email":"canary@example.com","username":"canary",
    "phone":"canary","mobile_phone":"canary","birthday":"canary","gender":"canary",
    "country":"canary","location":"canary","salary_id":"canary",
    "custom_attributes":{"canary":1},"a_field_of_tomorrow":"canary"}}"#;

async fn get(flags: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/users/1"), Canned::json(200, PERSON));
    Eloomi::at(&sim, &format!("users get 1 {flags}"))
        .run()
        .to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn private_and_unknown_fields_are_masked() {
    let printed = get("").await;
    assert!(printed.contains("Shown"));
    assert!(!printed.contains("canary"), "{printed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_shown_on_request() {
    let printed = get("--show-personal").await;
    assert_eq!(printed.matches("canary").count(), 12, "{printed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_not_masked() {
    let printed = get("--format ndjson").await;
    assert_eq!(printed.matches("canary").count(), 12, "{printed}");
}

#[test]
fn a_list_shows_no_address() {
    let ran = Eloomi::new("--sim users list").run();
    assert!(!ran.stdout.contains('@'), "{ran}");
}

#[test]
fn a_list_shows_addresses_on_request() {
    insta::assert_snapshot!(Eloomi::new("--sim users list --max 5 --show-personal").run());
}
