//! `eloomi users create`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::{Eloomi, Ran};

const TAKEN: &str = r#"{"status":"Bad Request","status_code":400,"message":"Bad request",
    "extended_message":"Canary@example.com is taken"}"#;

fn creation() -> Matcher {
    Matcher::path("/v3/users").method("POST")
}

/// What the first person who is created gets.
const ID: u64 = 80421;

fn last_body(sim: &Simulator) -> String {
    let request = sim.requests().pop().unwrap();
    request.body().unwrap().into()
}

#[test]
fn the_person_is_printed_as_by_get() {
    let call = "--sim users create jane@example.com --first-name Jane --department-id 4001,4002";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[test]
fn the_person_is_printed_in_the_format_that_is_asked_for() {
    for format in ["json", "ndjson", "csv"] {
        let ran = Eloomi::new("--sim users create jane@example.com --level 5 --format")
            .arg(format)
            .run();
        insta::assert_snapshot!(format!("as_{format}"), ran);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_given_is_sent() {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, "users create jane@example.com --title Architect").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    assert_eq!(
        last_body(&sim),
        r#"{"email":"jane@example.com","title":"Architect"}"#
    );
    assert!(sim.person(ID).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_goes_from_the_file_to_the_service() {
    let sim = Simulator::start().await.unwrap();
    let call = Eloomi::at(&sim, "users create jane@example.com --password-file -");
    let ran = call.stdin("Canary\n").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(!ran.to_string().contains("Canary"), "{ran}");
    assert!(last_body(&sim).contains(r#""password":"***""#));
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_is_told_of_before_it_is_sent() {
    let sim = Simulator::start().await.unwrap();
    let call = "users create jane@example.com --activate standard --format json";
    let ran = Eloomi::at(&sim, call).run();
    assert!(
        ran.stderr
            .starts_with("note: `activate`: this may send mail to 1 person\n"),
        "{ran}"
    );
    assert_eq!(
        last_body(&sim),
        r#"{"activate":"standard","email":"jane@example.com"}"#
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_the_service_knows_is_1_and_names_nobody() {
    let sim = Simulator::start().await.unwrap();
    let email = sim.people()[0].email.clone().unwrap();
    let ran = Eloomi::at(&sim, "users create").arg(&email).run();
    assert_eq!(ran.code, Some(1), "{ran}");
    assert!(ran.stderr.contains("--show-personal shows"), "{ran}");
    assert!(!ran.to_string().contains(&email), "{ran}");
}

async fn answered(answer: Canned, flags: &str) -> Ran {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(creation(), answer);
    let call = format!("users create Canary@example.com --first-name Canary {flags}");
    Eloomi::at(&sim, &call).run()
}

#[test]
fn without_an_address_it_is_refused() {
    insta::assert_snapshot!(Eloomi::new("users create --title Architect").run());
}

#[test]
fn the_address_may_stand_in_the_input() {
    let call = Eloomi::new("users create --dry-run --input - --format json");
    let ran = call.stdin(r#"{"email":"jane@example.com"}"#).run();
    assert_eq!(ran.stdout, "{\"email\":\"jane@example.com\"}\n");
}

#[test]
fn nothing_is_said_of_activation_unasked() {
    let ran = Eloomi::new("users create jane@example.com --dry-run --format json").run();
    assert_eq!(ran.stdout, "{\"email\":\"jane@example.com\"}\n");
    assert!(!ran.stderr.contains("mail"), "{ran}");
}

#[test]
fn a_word_that_may_send_mail_is_told_of() {
    let call = |word| {
        let call = format!("users create jane@example.com --dry-run --activate {word}");
        Eloomi::new(&call).run().stderr
    };
    for word in ["standard", "company_default", "pre_generated_password"] {
        assert!(call(word).contains("may send mail to 1 person"), "{word}");
    }
    for word in ["instant", "deactivate"] {
        assert!(!call(word).contains("mail"), "{word}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_address_is_1_and_names_nobody() {
    insta::assert_snapshot!(answered(Canned::json(400, TAKEN), "").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_address_is_explained_on_request() {
    let ran = answered(Canned::json(400, TAKEN), "--show-personal").await;
    assert!(ran.stderr.contains("Canary@example.com is taken"), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_lost_says_how_to_look() {
    let sim = Simulator::start().await.unwrap();
    sim.drop_next(creation());
    let call = "users create Canary@example.com --first-name Canary";
    insta::assert_snapshot!(Eloomi::at(&sim, call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cannot_be_read_says_how_to_look() {
    let ran = answered(Canned::json(200, r#"{"data":{"id":"Canary"}}"#), "").await;
    assert!(
        ran.stderr.contains("try: look for the e-mail address"),
        "{ran}"
    );
    assert!(!ran.to_string().contains("anary"), "{ran}");
}
