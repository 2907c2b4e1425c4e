//! How long a token serves, whatever the service wrote.

use std::time::Duration;

use futures_util::future::join_all;

use crate::service::{READ_THING, Service, Step, gated, run_on};

/// Asserts that a token so described serves until it is renewed early, and that none serves
/// longer than `seconds`.
async fn assert_serves(token: &'static str, seconds: u64) {
    let early = u64::min(seconds / 10, 240);
    for (after, requests) in [(seconds - early - 1, 1), (seconds, 2)] {
        let service = Service::new([Step::Answer(200, token)]);
        let session = service.session();
        session.send(READ_THING).await.unwrap();
        service.clock.advance(Duration::from_secs(after));
        session.send(READ_THING).await.unwrap();
        assert_eq!(
            service.token_requests().len(),
            requests,
            "{token} after {after} s"
        );
    }
}

#[tokio::test]
async fn a_number_of_seconds() {
    assert_serves(r#"{"access_token":"sim","expires_in":60}"#, 60).await;
}

#[tokio::test]
async fn a_text_of_seconds() {
    assert_serves(
        r#"{"access_token":"sim","expires_in":"31535999"}"#,
        31_535_999,
    )
    .await;
}

#[tokio::test]
async fn no_word_of_it_is_an_hour() {
    assert_serves(r#"{"access_token":"sim"}"#, 3600).await;
    assert_serves(r#"{"access_token":"sim","expires_in":null}"#, 3600).await;
}

#[tokio::test]
async fn an_absurd_number_is_a_year() {
    assert_serves(
        r#"{"access_token":"sim","expires_in":1e300}"#,
        365 * 24 * 3600,
    )
    .await;
}

#[tokio::test]
async fn a_text_that_is_no_number_is_an_hour() {
    assert_serves(r#"{"access_token":"sim","expires_in":"soon"}"#, 3600).await;
}

#[tokio::test]
async fn a_trillion_seconds_are_a_year() {
    assert_serves(
        r#"{"access_token":"sim","expires_in":1e12}"#,
        365 * 24 * 3600,
    )
    .await;
}

#[tokio::test]
async fn zero_and_less_serve_one_request() {
    for token in [
        r#"{"access_token":"sim","expires_in":0}"#,
        r#"{"access_token":"sim","expires_in":-1}"#,
    ] {
        let service = Service::new([Step::Answer(200, token)]);
        let session = service.session();
        session.send(READ_THING).await.unwrap();
        assert_eq!(service.token_requests().len(), 1, "{token}");
        session.send(READ_THING).await.unwrap();
        assert_eq!(service.token_requests().len(), 2, "{token}");
    }
}

#[test]
fn zero_serves_all_who_waited_for_it_and_none_after_them() {
    let zero = r#"{"access_token":"sim","expires_in":0}"#;
    let (open, step) = gated(Step::Answer(200, zero));
    let service = Service::new([step]);
    let session = service.session();
    let mut calls = Box::pin(join_all((0..20).map(|_| session.send(READ_THING))));
    assert!(run_on(&mut calls).is_none());
    open.send(()).unwrap();
    assert!(service.run(calls).iter().all(Result::is_ok));
    assert_eq!(service.tokens_used(), ["sim"; 20]);
    service.run(session.send(READ_THING)).unwrap();
    assert_eq!(service.tokens_used().last().unwrap(), "sim-token-1");
}
