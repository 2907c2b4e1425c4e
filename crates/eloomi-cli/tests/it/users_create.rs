//! `eloomi users create`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::{Eloomi, Ran};

const TAKEN: &str = r#"{"status":"Bad Request","status_code":400,"message":"Bad request",
    "extended_message":"Canary@example.com is taken"}"#;

fn creation() -> Matcher {
    Matcher::path("/v3/users").method("POST")
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
