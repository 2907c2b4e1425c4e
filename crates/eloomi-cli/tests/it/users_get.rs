//! `eloomi users get`.

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

#[test]
fn a_person_is_a_table_of_what_is_set() {
    insta::assert_snapshot!(Eloomi::new("--sim users get 80009").run());
}

#[test]
fn a_person_is_one_json_object() {
    let ran = Eloomi::new("--sim users get 80009 --format json").run();
    let person: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(person["id"], 80009);
}

#[test]
fn a_person_is_a_csv_with_one_line() {
    let ran = Eloomi::new("--sim users get 80009 --format csv").run();
    assert_eq!(ran.stdout.lines().count(), 2);
}

/// The path that a key leads to.
async fn path(key: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    Eloomi::at(&sim, &format!("users get {key}")).run();
    sim.requests().last().unwrap().path.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_employee_id_is_a_key() {
    assert_eq!(path("employee:E0002").await, "/v3/users-employee_id/E0002");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_email_address_is_a_key() {
    let path = path("email:jane@example.com").await;
    assert!(path.starts_with("/v3/users-email/jane"), "{path}");
}

#[test]
fn what_is_no_key_is_refused_without_being_quoted() {
    insta::assert_snapshot!(Eloomi::new("--sim users get jane@example.com").run());
}

#[test]
fn nobody_with_this_key_is_an_exit_code_of_its_own() {
    insta::assert_snapshot!(Eloomi::new("--sim users get employee:NOBODY").run());
}
