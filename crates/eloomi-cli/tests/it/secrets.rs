//! Where a secret comes from, and that it never comes out.

use std::fs;

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

const CANARY: &str = "sim-Canary-7f3a";

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret_is_in_no_output() {
    let sim = Simulator::start().await.unwrap();
    let call = Eloomi::at(&sim, "users list --show-personal").env("ELOOMI_CLIENT_SECRET", CANARY);
    let printed = call.run().to_string();
    assert!(!printed.contains("Canary"), "{printed}");
}

#[test]
fn a_secret_given_as_an_argument_is_refused_and_not_quoted() {
    insta::assert_snapshot!(Eloomi::new(&format!("users list --client-secret={CANARY}")).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_may_hold_the_secret() {
    let sim = Simulator::start().await.unwrap();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("secret");
    fs::write(&path, format!("{}\n", sim.client_secret())).unwrap();
    let ran = Eloomi::at(&sim, "users list")
        .without("ELOOMI_CLIENT_SECRET")
        .env("ELOOMI_CLIENT_SECRET_FILE", path.to_str().unwrap())
        .run();
    assert_eq!(ran.code, Some(0), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_one_line_end_is_taken_off() {
    let sim = Simulator::start().await.unwrap();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("secret");
    fs::write(&path, format!("{}\n\n", sim.client_secret())).unwrap();
    let ran = Eloomi::at(&sim, "users list")
        .without("ELOOMI_CLIENT_SECRET")
        .env("ELOOMI_CLIENT_SECRET_FILE", path.to_str().unwrap())
        .run();
    assert_eq!(ran.code, Some(4), "{ran}");
}

#[test]
fn an_empty_file_is_no_secret() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let call = Eloomi::new("users list")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET_FILE", file.path().to_str().unwrap());
    insta::assert_snapshot!(call.run());
}

#[test]
fn a_secret_in_place_of_its_file_is_not_quoted() {
    let call = Eloomi::new("users list")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET_FILE", CANARY);
    let printed = call.run().to_string();
    assert!(printed.contains("cannot be read"), "{printed}");
    assert!(!printed.contains("Canary"), "{printed}");
}

#[test]
fn two_secrets_are_one_too_many() {
    let call = Eloomi::new("users list")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET", CANARY)
        .env("ELOOMI_CLIENT_SECRET_FILE", "somewhere");
    insta::assert_snapshot!(call.run());
}
