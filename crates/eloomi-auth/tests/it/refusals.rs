//! After a 401.

use eloomi_core::ErrorKind;
use futures_util::future::join_all;

use crate::service::{ADD_THING, READ_THING, Service};

#[tokio::test]
async fn a_refused_token_is_renewed_once_and_the_request_repeated_once() {
    let service = Service::default();
    let session = service.session();
    session.send(READ_THING).await.unwrap();
    service.revoke("sim-token-1");
    assert_eq!(session.send(READ_THING).await.unwrap(), "done");
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(
        service.tokens_used(),
        ["sim-token-1", "sim-token-1", "sim-token-2"]
    );
}

#[tokio::test]
async fn a_write_is_repeated_too_because_it_was_not_carried_out() {
    let service = Service::default();
    service.revoke("sim-token-1");
    assert_eq!(service.session().send(ADD_THING).await.unwrap(), "done");
    assert_eq!(service.tokens_used(), ["sim-token-1", "sim-token-2"]);
    let [first, second] = service.resource_requests().try_into().unwrap();
    assert_eq!(first.body(), second.body());
}

#[tokio::test]
async fn a_second_refusal_surfaces() {
    let service = Service::default();
    service.accept_none(None);
    let error = service.session().send(ADD_THING).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.operation(), "addThing");
    assert_eq!(service.resource_requests().len(), 2);
    assert_eq!(service.token_requests().len(), 2);
}

#[tokio::test]
async fn fifty_refused_together_renew_once() {
    let service = Service::default();
    let session = service.session();
    session.send(READ_THING).await.unwrap();
    service.revoke("sim-token-1");
    service.refuse_together(50);
    let done = join_all((0..50).map(|_| session.send(READ_THING))).await;
    assert!(done.iter().all(Result::is_ok));
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(service.resource_requests().len(), 1 + 50 + 50);
}

#[tokio::test]
async fn a_token_without_the_scope_is_not_renewed() {
    for challenge in [
        r#"Bearer realm="x", error="insufficient_scope", scope="admin""#,
        "Bearer error=insufficient_scope",
        r#"Bearer error = "insufficient_scope""#,
    ] {
        let service = Service::default();
        service.accept_none(Some(challenge));
        let session = service.session();
        let error = session.send(READ_THING).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized, "{challenge}");
        assert_eq!(service.token_requests().len(), 1, "{challenge}");
        assert_eq!(service.resource_requests().len(), 1, "{challenge}");
        let _ = session.send(READ_THING).await;
        assert_eq!(service.token_requests().len(), 1, "the token is kept");
    }
}

#[tokio::test]
async fn an_invalid_token_is_renewed() {
    let service = Service::default();
    service.accept_none(Some(r#"Bearer error="invalid_token""#));
    assert!(service.session().send(READ_THING).await.is_err());
    assert_eq!(service.token_requests().len(), 2);
}
