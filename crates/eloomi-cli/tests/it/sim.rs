//! `--sim`.

use std::fs;

use crate::eloomi::Eloomi;

#[test]
fn settings_that_the_simulator_does_not_need_are_told_of() {
    let ran = Eloomi::new("--sim users list --max 1")
        .env("ELOOMI_BASE_URL", "https://example.invalid")
        .env("ELOOMI_CLIENT_SECRET", "sim-Canary")
        .run();
    insta::assert_snapshot!(ran);
}

#[test]
fn a_simulator_with_a_base_url_is_a_contradiction() {
    insta::assert_snapshot!(Eloomi::new("--sim --base-url https://example.com users list").run());
}

#[test]
fn the_flag_may_stand_at_the_end() {
    assert_eq!(Eloomi::new("users list --sim").run().code, Some(0));
}

#[test]
fn the_simulator_needs_no_certificates_on_the_machine() {
    let directory = tempfile::tempdir().unwrap();
    let empty = directory.path().join("none.pem");
    fs::write(&empty, "").unwrap();
    let ran = Eloomi::new("--sim users list")
        .env("SSL_CERT_FILE", empty.to_str().unwrap())
        .env("SSL_CERT_DIR", directory.path().to_str().unwrap())
        .run();
    assert_eq!(ran.code, Some(0), "{ran}");
}

#[test]
fn the_simulator_is_not_asked_through_a_proxy() {
    let ran = Eloomi::new("--sim users list")
        .env("ALL_PROXY", "http://proxy.invalid:3128")
        .run();
    assert_eq!(ran.code, Some(0), "{ran}");
}

#[test]
fn a_simulated_directory_lets_its_first_writer_do_everything() {
    let list = Eloomi::new("--sim directory users list --format ndjson").run();
    assert_eq!(list.stdout.lines().count(), 60, "{list}");
    let me = Eloomi::new("--sim directory users me").run();
    assert!(
        me.stdout.contains("board") || me.stdout.contains("hr"),
        "{me}"
    );
    let create = "--sim directory users create ada@example.com --first-name Ada \
        --last-name Berg --roles tech --city Lyon";
    assert_eq!(Eloomi::new(create).run().code, Some(0));
}

#[test]
fn a_simulated_directory_ignores_settings_of_a_directory_alone() {
    let ran = Eloomi::new("--sim directory users me")
        .env("LVCONNECT_CLIENT_ID", "app-reader")
        .env("ELOOMI_CLIENT_ID", "200")
        .run();
    assert!(
        ran.stderr.contains("--sim ignores LVCONNECT_CLIENT_ID\n"),
        "{ran}"
    );
}
