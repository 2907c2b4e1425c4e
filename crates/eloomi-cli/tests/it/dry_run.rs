//! `--dry-run`: what would be sent, and that nothing is.

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

const CHANGE: &str = "users update employee:E0052 --title Architect --phone 555-0100 \
    --department-id 7,9 --clear mobile-phone,team-ids --dry-run";

#[test]
fn it_shows_the_fields_with_private_ones_masked() {
    insta::assert_snapshot!(Eloomi::new(CHANGE).run());
}

#[test]
fn it_shows_private_fields_on_request() {
    let ran = Eloomi::new(CHANGE).arg("--show-personal").run();
    assert!(ran.stdout.contains("555-0100"), "{ran}");
}

#[test]
fn its_json_is_the_body() {
    insta::assert_snapshot!(Eloomi::new(CHANGE).arg("--format=json").run());
}

#[test]
fn its_json_can_be_read_as_input() {
    let body = Eloomi::new(CHANGE).arg("--format=json").run().stdout;
    let again = "users update employee:E0052 --input - --dry-run --format json";
    assert_eq!(Eloomi::new(again).stdin(&body).run().stdout, body);
}

#[test]
fn quiet_still_tells_that_nothing_is_sent() {
    let ran = Eloomi::new("users delete 40 --dry-run --quiet").run();
    assert_eq!(
        ran.stderr,
        "dry run, nothing is sent: DELETE /v3/users/{id}\n"
    );
}

#[test]
fn a_csv_of_it_is_refused() {
    insta::assert_snapshot!(Eloomi::new(CHANGE).arg("--format=csv").run());
}

#[test]
fn no_password_is_shown() {
    for format in ["table", "json", "ndjson"] {
        let ran = Eloomi::new("users update 40 --password-file - --dry-run --show-personal")
            .arg(&format!("--format={format}"))
            .stdin("Canary")
            .run();
        assert_eq!(ran.code, Some(0), "{ran}");
        assert!(ran.stderr.contains("the password would be sent"), "{ran}");
        assert!(!ran.to_string().contains("Canary"), "{ran}");
    }
}

#[test]
fn a_password_does_not_come_back_as_stars() {
    let ran = Eloomi::new("users update 40 --title a --password-file - --dry-run --format json");
    assert_eq!(ran.stdin("Canary").run().stdout, "{\"title\":\"a\"}\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_for_not_even_a_token() {
    let sim = Simulator::start().await.unwrap();
    for call in [
        "users create jane@example.com --dry-run",
        "users update 80001 --title Architect --dry-run",
        "users delete 80001 --dry-run",
    ] {
        assert_eq!(Eloomi::at(&sim, call).run().code, Some(0), "{call}");
    }
    assert_eq!(sim.requests().len(), 0);
}
