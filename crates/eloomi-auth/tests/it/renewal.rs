//! Renewing a token while it is still good.

use std::time::Duration;

use eloomi_core::Session;

use crate::service::{READ_THING, Service, Step, gated, run_on};

/// A service whose first token, good for an hour, was fetched and is four minutes from its
/// end.
fn near_the_end(renewal: impl IntoIterator<Item = Step>) -> (Service, Session) {
    let old = Step::Answer(200, r#"{"expires_in":3600,"access_token":"sim-old"}"#);
    let service = Service::new(std::iter::once(old).chain(renewal));
    let session = service.session();
    service.run(session.send(READ_THING)).unwrap();
    service.clock.advance(Duration::from_secs(3600 - 240));
    (service, session)
}

#[test]
fn one_caller_renews_while_the_others_use_the_old_token() {
    let (open, step) = gated(Step::Issue);
    let (service, session) = near_the_end([step]);
    let mut renewing = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut renewing).is_none());
    for _ in 0..3 {
        service.run(session.send(READ_THING)).unwrap();
    }
    assert_eq!(service.token_requests().len(), 2);
    open.send(()).unwrap();
    assert!(run_on(&mut renewing).unwrap().is_ok());
    service.run(session.send(READ_THING)).unwrap();
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

#[test]
fn another_caller_takes_over_when_the_renewing_one_goes_away() {
    let (open, step) = gated(Step::Issue);
    let (service, session) = near_the_end([step]);
    let mut renewing = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut renewing).is_none());
    drop(renewing);
    open.send(()).unwrap();
    service.run(session.send(READ_THING)).unwrap();
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(service.tokens_used(), ["sim-old", "sim-token-1"]);
}

/// A service whose renewal failed, however often it was asked, and will not fail again; and how
/// often that was.
fn failed_renewal(step: fn() -> Step) -> (Service, Session, usize) {
    let (service, session) = near_the_end([step(), step(), step()]);
    service.run(session.send(READ_THING)).unwrap();
    service.recovers();
    let asked = service.token_requests().len();
    (service, session, asked)
}

#[test]
fn a_failed_renewal_keeps_the_old_token() {
    let (service, _, asked) = failed_renewal(|| Step::Fail);
    assert!(asked >= 2);
    assert_eq!(service.tokens_used(), ["sim-old", "sim-old"]);
}

/// Asserts how long the old token serves before the renewal is tried again.
#[track_caller]
fn assert_backs_off(seconds: u64, step: fn() -> Step) {
    let (service, session, asked) = failed_renewal(step);
    for pause in [0, seconds - 1] {
        service.clock.advance(Duration::from_secs(pause));
        service.run(session.send(READ_THING)).unwrap();
        assert_eq!(service.token_requests().len(), asked, "too early");
        assert_eq!(service.tokens_used().last().unwrap(), "sim-old");
    }
    service.clock.advance(Duration::from_secs(1));
    service.run(session.send(READ_THING)).unwrap();
    assert_eq!(service.token_requests().len(), asked + 1);
    assert_eq!(service.tokens_used().last().unwrap(), "sim-token-1");
}

#[test]
fn a_failed_renewal_is_tried_again_ten_seconds_later() {
    assert_backs_off(10, || Step::Fail);
    assert_backs_off(10, || Step::Answer(500, ""));
    assert_backs_off(10, || Step::Answer(200, "<html>"));
}

#[test]
fn a_refused_renewal_is_tried_again_thirty_seconds_later() {
    assert_backs_off(30, || Step::Answer(400, r#"{"error":"invalid_client"}"#));
}

#[test]
fn once_the_old_token_is_over_nobody_uses_it() {
    let (open, step) = gated(Step::Issue);
    let (service, session) = near_the_end([step]);
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
