//! When no token comes.

use std::time::Duration;

use eloomi_core::{Error, ErrorKind};
use futures_util::future::join_all;

use crate::service::{READ_THING, Service, Step, gated, run_on};

const INVALID_CLIENT: &str =
    r#"{"error":"invalid_client","message":"Client authentication failed"}"#;

async fn failed_by(step: Step) -> (Service, Error) {
    let service = Service::new([step]);
    let session = service.session();
    let error = session.send(READ_THING).await.unwrap_err();
    assert!(service.resource_requests().is_empty());
    assert_eq!(error.operation(), "createToken");
    session
        .send(READ_THING)
        .await
        .expect("the next call tries again");
    assert_eq!(service.token_requests().len(), 2);
    (service, error)
}

#[tokio::test]
async fn a_wrong_client_fails_for_all_who_wait_and_the_next_call_tries_again() {
    let (open, step) = gated(Step::Answer(400, INVALID_CLIENT));
    let service = Service::new([step]);
    let session = service.session();
    let mut callers = Box::pin(join_all((0..20).map(|_| session.send(READ_THING))));
    assert!(run_on(&mut callers).is_none());
    open.send(()).unwrap();
    let texts: Vec<_> = callers
        .await
        .into_iter()
        .map(|done| done.unwrap_err())
        .map(|error| (error.kind(), format!("{error:?}")))
        .collect();
    assert_eq!(texts[0].0, ErrorKind::Unauthorized);
    assert!(texts.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(service.token_requests().len(), 1);
    session.send(READ_THING).await.unwrap();
    assert_eq!(service.token_requests().len(), 2);
}

#[tokio::test]
async fn a_wrong_client_is_named_and_the_services_words_are_kept_apart() {
    let (_, error) = failed_by(Step::Answer(400, INVALID_CLIENT)).await;
    assert_eq!(
        error.to_string(),
        "createToken: the credentials were refused (HTTP 400): \
         invalid_client: the client id or its secret is wrong"
    );
    assert_eq!(error.server_message(), Some("Client authentication failed"));
    assert!(error.is_auth() && !error.is_retryable());
}

#[tokio::test]
async fn a_page_in_place_of_a_token_is_not_understood() {
    let (_, error) = failed_by(Step::Answer(200, "<html>Welcome</html>")).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_token_cut_short_is_not_understood() {
    let (_, error) = failed_by(Step::Answer(200, r#"{"access_token":"sim"#)).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_token_request_that_is_refused_with_401_is_not_repeated() {
    let (_, error) = failed_by(Step::Answer(401, INVALID_CLIENT)).await;
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
}

#[tokio::test]
async fn a_lost_answer_may_be_asked_for_again() {
    let (_, error) = failed_by(Step::Fail).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_transport_that_panics_is_an_error() {
    let (_, error) = failed_by(Step::Panic).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_transport_that_panics_is_an_error_for_all_who_wait() {
    let (open, step) = gated(Step::Panic);
    let service = Service::new([step]);
    let session = service.session();
    let mut callers = Box::pin(join_all((0..20).map(|_| session.send(READ_THING))));
    assert!(run_on(&mut callers).is_none());
    open.send(()).unwrap();
    let done = callers.await;
    assert!(done.iter().all(Result::is_err));
    assert_eq!(service.token_requests().len(), 1);
    session.send(READ_THING).await.unwrap();
}

#[test]
fn a_token_endpoint_that_never_answers_times_out() {
    let (_open, step) = gated(Step::Issue);
    let service = Service::new([step]);
    let session = service.session();
    let mut caller = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut caller).is_none());
    service.clock.advance(Duration::from_secs(30));
    let error = run_on(&mut caller).unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.operation(), "createToken");
}
