//! When no token comes.
//!
//! The pipeline may ask three times for a token whose answer was lost, so such a failure is
//! scripted three times, and only what comes after it is counted.

use std::time::Duration;

use eloomi_core::{Error, ErrorKind, Session};
use futures_util::future::join_all;

use crate::service::{READ_THING, Service, Step, gated, run_on};

const INVALID_CLIENT: &str =
    r#"{"error":"invalid_client","message":"Client authentication failed"}"#;

const REFUSED: Duration = Duration::from_secs(30);
const FAILED: Duration = Duration::from_secs(1);
const MOMENT: Duration = Duration::from_millis(1);

/// A service that failed the first call.
fn failed_by(step: fn() -> Step) -> (Service, Session, Error) {
    let service = Service::new([step(), step(), step()]);
    let session = service.session();
    let error = service.run(session.send(READ_THING)).unwrap_err();
    assert!(service.resource_requests().is_empty());
    assert_eq!(error.operation(), "createToken");
    service.recovers();
    (service, session, error)
}

/// Asserts that the failure answers for so long, to whoever calls, and no longer.
#[track_caller]
fn assert_remembered(for_so_long: Duration, step: fn() -> Step, kind: ErrorKind) {
    let (service, session, error) = failed_by(step);
    assert_eq!(error.kind(), kind);
    let asked = service.token_requests().len();
    for pause in [Duration::ZERO, for_so_long.saturating_sub(MOMENT)] {
        service.clock.advance(pause);
        for _ in 0..20 {
            let mut call = Box::pin(session.send(READ_THING));
            let again = run_on(&mut call).unwrap().unwrap_err();
            assert_eq!(format!("{again:?}"), format!("{error:?}"));
        }
    }
    assert_eq!(service.token_requests().len(), asked, "one for each caller");
    service.clock.advance(MOMENT);
    service
        .run(session.send(READ_THING))
        .expect("it is tried again");
    assert_eq!(service.token_requests().len(), asked + 1);
}

#[test]
fn a_wrong_client_is_remembered_for_thirty_seconds() {
    let step = || Step::Answer(400, INVALID_CLIENT);
    assert_remembered(REFUSED, step, ErrorKind::Unauthorized);
}

#[test]
fn a_wrong_client_is_remembered_alike_after_a_401() {
    let step = || Step::Answer(401, INVALID_CLIENT);
    assert_remembered(REFUSED, step, ErrorKind::Unauthorized);
}

#[test]
fn a_wrong_scope_is_remembered_for_thirty_seconds() {
    let step = || Step::Answer(400, r#"{"error":"invalid_scope"}"#);
    assert_remembered(REFUSED, step, ErrorKind::Unauthorized);
}

#[test]
fn a_service_that_fails_is_asked_again_after_one_second() {
    let step = || Step::Answer(500, "");
    assert_remembered(FAILED, step, ErrorKind::Service);
}

#[test]
fn a_page_in_place_of_a_token_is_not_understood_and_asked_again() {
    let step = || Step::Answer(200, "<html>Welcome</html>");
    assert_remembered(FAILED, step, ErrorKind::Decode);
}

#[test]
fn a_token_cut_short_is_not_understood_and_asked_again() {
    let step = || Step::Answer(200, r#"{"access_token":"sim"#);
    assert_remembered(FAILED, step, ErrorKind::Decode);
}

#[test]
fn a_lost_answer_is_asked_for_again() {
    assert_remembered(FAILED, || Step::Fail, ErrorKind::Transport);
}

#[test]
fn a_transport_that_panics_is_an_error_and_asked_again() {
    assert_remembered(FAILED, || Step::Panic, ErrorKind::Transport);
}

#[test]
fn other_credentials_are_tried_at_once() {
    let (service, _, _) = failed_by(|| Step::Answer(400, INVALID_CLIENT));
    let mut call = Box::pin(async { service.session().send(READ_THING).await });
    assert!(run_on(&mut call).unwrap().is_ok());
}

#[test]
fn a_wrong_client_fails_for_all_who_wait() {
    let (open, step) = gated(Step::Answer(400, INVALID_CLIENT));
    let service = Service::new([step]);
    let session = service.session();
    let mut callers = Box::pin(join_all((0..20).map(|_| session.send(READ_THING))));
    assert!(run_on(&mut callers).is_none());
    open.send(()).unwrap();
    let texts: Vec<_> = service
        .run(callers)
        .into_iter()
        .map(|done| done.unwrap_err())
        .map(|error| (error.kind(), format!("{error:?}")))
        .collect();
    assert_eq!(texts[0].0, ErrorKind::Unauthorized);
    assert!(texts.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(service.token_requests().len(), 1);
}

#[test]
fn a_wrong_client_is_named_and_the_services_words_are_kept_apart() {
    let (_, _, error) = failed_by(|| Step::Answer(400, INVALID_CLIENT));
    assert_eq!(
        error.to_string(),
        "createToken: the credentials were refused (HTTP 400): \
         invalid_client: the client id or its secret is wrong"
    );
    assert_eq!(error.server_message(), Some("Client authentication failed"));
    assert!(error.is_auth() && !error.is_retryable());
}

#[test]
fn a_code_of_no_list_is_kept_with_the_services_words() {
    const BODY: &str = r#"{"error":"slow_down","message":"later"}"#;
    let (_, _, error) = failed_by(|| Step::Answer(400, BODY));
    assert_eq!(error.server_message(), Some("slow_down later"));
    assert!(!error.to_string().contains("slow_down"), "{error}");
}

#[test]
fn a_token_request_that_is_refused_with_401_is_not_repeated() {
    let (service, _, _) = failed_by(|| Step::Answer(401, INVALID_CLIENT));
    assert_eq!(service.token_requests().len(), 1);
}

#[test]
fn a_lost_answer_may_be_asked_for_again() {
    let (_, _, error) = failed_by(|| Step::Fail);
    assert!(error.is_retryable());
}

#[test]
fn a_transport_that_panics_is_an_error_for_all_who_wait() {
    let (open, step) = gated(Step::Panic);
    let service = Service::new([step]);
    let session = service.session();
    let mut callers = Box::pin(join_all((0..20).map(|_| session.send(READ_THING))));
    assert!(run_on(&mut callers).is_none());
    open.send(()).unwrap();
    let done = service.run(callers);
    assert!(done.iter().all(Result::is_err));
    assert_eq!(service.token_requests().len(), 1);
    service.clock.advance(FAILED);
    service.run(session.send(READ_THING)).unwrap();
}

#[test]
fn a_token_endpoint_that_never_answers_times_out() {
    let (gates, steps): (Vec<_>, Vec<_>) = (0..3).map(|_| gated(Step::Issue)).unzip();
    let service = Service::new(steps);
    let error = service.run(service.session().send(READ_THING)).unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.operation(), "createToken");
    drop(gates);
}
