//! Renewing a token while it is still good.

use std::time::Duration;

use crate::service::{READ_THING, Service, Step, gated, run_on};

/// A service whose first token, good for an hour, was fetched and is four minutes from its
/// end.
async fn near_the_end(renewal: Step) -> (Service, eloomi_core::Session) {
    let service = Service::new([
        Step::Answer(200, r#"{"expires_in":3600,"access_token":"sim-old"}"#),
        renewal,
    ]);
    let session = service.session();
    session.send(READ_THING).await.unwrap();
    service.clock.advance(Duration::from_secs(3600 - 240));
    (service, session)
}

#[tokio::test]
async fn one_caller_renews_while_the_others_use_the_old_token() {
    let (open, step) = gated(Step::Issue);
    let (service, session) = near_the_end(step).await;
    let mut renewing = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut renewing).is_none());
    for _ in 0..3 {
        session.send(READ_THING).await.unwrap();
    }
    assert_eq!(service.token_requests().len(), 2);
    open.send(()).unwrap();
    assert!(run_on(&mut renewing).unwrap().is_ok());
    session.send(READ_THING).await.unwrap();
    assert_eq!(
        service.tokens_used(),
        [
            "sim-old",
            "sim-old",
            "sim-old",
            "sim-old",
            "sim-token-1",
            "sim-token-1"
        ]
    );
}

#[tokio::test]
async fn another_caller_takes_over_when_the_renewing_one_goes_away() {
    let (open, step) = gated(Step::Issue);
    let (service, session) = near_the_end(step).await;
    let mut renewing = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut renewing).is_none());
    drop(renewing);
    open.send(()).unwrap();
    session.send(READ_THING).await.unwrap();
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(service.tokens_used(), ["sim-old", "sim-token-1"]);
}

#[tokio::test]
async fn a_failed_renewal_keeps_the_old_token() {
    let (service, session) = near_the_end(Step::Fail).await;
    session.send(READ_THING).await.unwrap();
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(service.tokens_used(), ["sim-old", "sim-old"]);
}

#[tokio::test]
async fn a_failed_renewal_is_tried_again_ten_seconds_later() {
    let (service, session) = near_the_end(Step::Fail).await;
    session.send(READ_THING).await.unwrap();
    service.clock.advance(Duration::from_secs(9));
    session.send(READ_THING).await.unwrap();
    assert_eq!(service.token_requests().len(), 2, "too early");
    service.clock.advance(Duration::from_secs(1));
    session.send(READ_THING).await.unwrap();
    assert_eq!(service.token_requests().len(), 3);
    assert_eq!(service.tokens_used().last().unwrap(), "sim-token-1");
}

#[tokio::test]
async fn once_the_old_token_is_over_nobody_uses_it() {
    let (open, step) = gated(Step::Issue);
    let (service, session) = near_the_end(step).await;
    let mut renewing = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut renewing).is_none());
    // Step by step: the token request has a deadline of its own.
    service.clock.advance(Duration::from_secs(29));
    assert!(run_on(&mut renewing).is_none());
    drop(renewing);
    service.clock.advance(Duration::from_secs(240));
    drop(open);
    let mut caller = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut caller).unwrap().is_ok());
    assert_eq!(service.tokens_used(), ["sim-old", "sim-token-1"]);
}
