//! Every way to fail, its exit code and its words.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::{Eloomi, Ran};

async fn answered(answer: Canned) -> Ran {
    let sim = Simulator::start().await.unwrap();
    // Twice, for a call that gets a new token and tries again.
    for _ in 0..2 {
        sim.answer_next(Matcher::path("/v3/users/1"), answer.clone());
    }
    Eloomi::at(&sim, "users get 1 --attempts 1").run()
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_credentials_are_4() {
    let ran = answered(Canned::json(401, r#"{"error":"Unauthenticated."}"#)).await;
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_secret_is_4() {
    let sim = Simulator::start().await.unwrap();
    let call = Eloomi::at(&sim, "users list").env("ELOOMI_CLIENT_SECRET", "sim-wrong");
    insta::assert_snapshot!(call.run());
}

#[tokio::test(flavor = "multi_thread")]
async fn forbidden_is_4() {
    assert_eq!(answered(Canned::new(403)).await.code, Some(4));
}

#[tokio::test(flavor = "multi_thread")]
async fn not_found_is_9() {
    assert_eq!(answered(Canned::new(204)).await.code, Some(9));
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_requests_are_7_and_tell_when_to_come_back() {
    insta::assert_snapshot!(answered(Canned::new(429).header("retry-after", "17")).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_service_is_1() {
    let gateway = Canned::new(502).body("<html>Canary@example.com</html>");
    insta::assert_snapshot!(answered(gateway).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_1() {
    let elsewhere = Canned::new(302).header("location", "https://example.invalid/");
    assert_eq!(answered(elsewhere).await.code, Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_not_understood_is_1() {
    insta::assert_snapshot!(answered(Canned::json(200, r#"{"data":{"id":"Canary"}}"#)).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_connection_is_1() {
    let sim = Simulator::start().await.unwrap();
    let call = Eloomi::at(&sim, "users list");
    sim.shutdown().await;
    let ran = call.run();
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("try: check the network"), "{ran}");
}

const REJECTION: &str = r#"{"status_code":400,"message":"Bad request","extended_message":"Canary@example.com is taken"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_the_service_are_not_shown_unasked() {
    insta::assert_snapshot!(answered(Canned::json(400, REJECTION)).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_the_service_are_shown_on_request() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/users/1"), Canned::json(400, REJECTION));
    let ran = Eloomi::at(&sim, "users get 1 --show-personal").run();
    assert!(
        ran.stderr
            .contains("the service says: Canary@example.com is taken"),
        "{ran}"
    );
}

#[test]
fn a_key_that_cannot_stand_in_a_path_is_2() {
    assert_eq!(
        Eloomi::new("--sim users get employee:..").run().code,
        Some(2)
    );
}

#[test]
fn a_mistyped_command_is_2() {
    insta::assert_snapshot!(Eloomi::new("users lsit").run());
}

#[test]
fn pages_of_nobody_are_2() {
    insta::assert_snapshot!(Eloomi::new("--sim users list --per-page 0").run());
}

#[test]
fn no_command_is_2_and_gets_help() {
    let ran = Eloomi::new("").run();
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("eloomi --sim users list"), "{ran}");
}
