//! How long a token serves, whatever the service wrote.

use std::time::Duration;

use crate::service::{READ_THING, Service, Step};

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
