//! Flags, variables, and what happens without them.

use std::fs;

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

#[test]
fn without_credentials_both_ways_on_are_told() {
    insta::assert_snapshot!(Eloomi::new("users list").run());
}

#[test]
fn a_missing_secret_is_named() {
    let ran = Eloomi::new("users list")
        .env("ELOOMI_CLIENT_ID", "200")
        .run();
    assert!(
        ran.stderr.contains("ELOOMI_CLIENT_SECRET is not set"),
        "{ran}"
    );
}

#[test]
fn a_missing_client_id_is_named() {
    let ran = Eloomi::new("users list")
        .env("ELOOMI_CLIENT_SECRET", "sim-x")
        .run();
    assert!(ran.stderr.contains("ELOOMI_CLIENT_ID is not set"), "{ran}");
}

#[test]
fn an_empty_variable_is_not_an_unset_one() {
    let call = Eloomi::new("users list")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET", "");
    insta::assert_snapshot!(call.run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flag_wins_over_a_variable() {
    let sim = Simulator::start().await.unwrap();
    let arguments = format!("users list --base-url {}", sim.base_url());
    let call = Eloomi::at(&sim, &arguments).env("ELOOMI_BASE_URL", "https://example.invalid");
    assert_eq!(call.run().code, Some(0));
}

#[test]
fn a_base_url_that_cannot_be_one_is_not_quoted() {
    let call = Eloomi::new("users list --base-url https://Canary:Canary@example.invalid");
    insta::assert_snapshot!(call.run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_base_url_with_the_version_is_refused() {
    let sim = Simulator::start().await.unwrap();
    let call = Eloomi::at(&sim, "users list");
    let ran = call
        .env("ELOOMI_BASE_URL", &format!("{}/v3", sim.base_url()))
        .run();
    assert_eq!(ran.code, Some(2), "{ran}");
}

#[test]
fn a_machine_without_certificates_is_told_what_it_lacks() {
    let directory = tempfile::tempdir().unwrap();
    let empty = directory.path().join("none.pem");
    fs::write(&empty, "").unwrap();
    let ran = Eloomi::new("users list --base-url https://127.0.0.1:1")
        .env("ELOOMI_CLIENT_ID", "200")
        .env("ELOOMI_CLIENT_SECRET", "sim-x")
        .env("SSL_CERT_FILE", empty.to_str().unwrap())
        .env("SSL_CERT_DIR", directory.path().to_str().unwrap())
        .run();
    assert!(ran.stderr.contains("no certificate authority"), "{ran}");
}
