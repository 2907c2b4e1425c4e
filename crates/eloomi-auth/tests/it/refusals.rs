//! After a 401.

use std::time::Duration;

use eloomi_core::{Clock as _, ErrorKind};
use futures_util::future::{join, join_all};

use crate::service::{ADD_THING, READ_THING, Service, run_on};

#[test]
fn a_refused_token_is_renewed_once_and_the_request_repeated_once() {
    let service = Service::default();
    let session = service.session();
    service.run(session.send(READ_THING)).unwrap();
    service.revoke("sim-token-1");
    assert_eq!(service.run(session.send(READ_THING)).unwrap(), "done");
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(
        service.tokens_used(),
        ["sim-token-1", "sim-token-1", "sim-token-2"]
    );
}

#[test]
fn a_write_is_repeated_too_because_it_was_not_carried_out() {
    let service = Service::default();
    service.revoke("sim-token-1");
    let done = service.run(service.session().send(ADD_THING));
    assert_eq!(done.unwrap(), "done");
    assert_eq!(service.tokens_used(), ["sim-token-1", "sim-token-2"]);
    let [first, second] = service.resource_requests().try_into().unwrap();
    assert_eq!(first.body(), second.body());
}

#[test]
fn a_second_refusal_surfaces() {
    let service = Service::default();
    service.accept_none(&[]);
    let error = service.run(service.session().send(ADD_THING)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.operation(), "addThing");
    assert_eq!(service.resource_requests().len(), 2);
    assert_eq!(service.token_requests().len(), 2);
}

#[test]
fn fifty_refused_together_renew_once() {
    let service = Service::default();
    let session = service.session();
    service.run(session.send(READ_THING)).unwrap();
    service.revoke("sim-token-1");
    service.refuse_together(50);
    let done = service.run(join_all((0..50).map(|_| session.send(READ_THING))));
    assert!(done.iter().all(Result::is_ok));
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(service.resource_requests().len(), 1 + 50 + 50);
}

/// F110: one call renews, and twenty more come while a replica does not know the new token.
#[test]
fn a_new_token_that_a_lagging_replica_refuses_serves_all_who_come_meanwhile() {
    let service = Service::default();
    let session = service.session();
    service.run(session.send(READ_THING)).unwrap();
    service.revoke("sim-token-1");
    service.lag(Duration::from_millis(200));
    let mut first = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut first).is_none(), "it waits before it repeats");
    assert_eq!(service.token_requests().len(), 2);
    // Five each, 0, 50, 100 and 150 ms after the token was issued.
    let twenty = join_all((0..20).map(|number| {
        let (service, session) = (&service, &session);
        async move {
            let later = Duration::from_millis(50) * (number % 4);
            service.clock.sleep(later).await;
            session.send(READ_THING).await
        }
    }));
    let (first, twenty) = service.run(join(first, twenty));
    assert!(first.is_ok());
    assert!(twenty.iter().all(Result::is_ok), "{twenty:?}");
    assert_eq!(service.token_requests().len(), 2);
    // Every one was refused once: the first with the old token, the others with the new one.
    let used = service.tokens_used();
    assert_eq!(used.len(), 1 + 2 * (1 + 20));
    assert!(used[2..].iter().all(|token| token == "sim-token-2"));
}

#[test]
fn a_401_that_comes_after_the_renewal_renews_nothing() {
    let service = Service::default();
    let session = service.session();
    service.run(session.send(READ_THING)).unwrap();
    service.revoke("sim-token-1");
    let barrier = service.refuse_together(2);
    let mut late = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut late).is_none());
    service.refuse_together(1);
    service.run(session.send(READ_THING)).unwrap();
    assert_eq!(service.token_requests().len(), 2);
    let (done, _) = service.run(join(late, barrier.wait()));
    assert!(done.is_ok());
    assert_eq!(service.token_requests().len(), 2);
}

/// Asserts what a 401 with these challenges costs in token requests, the first included.
#[track_caller]
fn assert_costs(challenges: &[&'static str], token_requests: usize) {
    let service = Service::default();
    service.accept_none(challenges);
    let session = service.session();
    let error = service.run(session.send(READ_THING)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized, "{challenges:?}");
    assert_eq!(
        (
            service.token_requests().len(),
            service.resource_requests().len()
        ),
        (token_requests, token_requests),
        "{challenges:?}"
    );
}

#[test]
fn a_token_without_the_scope_is_not_renewed() {
    for challenges in [
        &[r#"Bearer realm="x", error="insufficient_scope", scope="admin""#] as &[_],
        &["Bearer error=insufficient_scope"],
        &[r#"bearer Error = "insufficient_scope""#],
        &[r#"Basic realm="x", Bearer error="insufficient_scope""#],
        &["Negotiate", r#"Bearer error="insufficient_scope""#],
    ] {
        assert_costs(challenges, 1);
    }
}

#[test]
fn a_token_without_the_scope_is_kept() {
    let service = Service::default();
    service.accept_none(&["Bearer error=insufficient_scope"]);
    let session = service.session();
    for _ in 0..2 {
        assert!(service.run(session.send(READ_THING)).is_err());
    }
    assert_eq!(service.tokens_used(), ["sim-token-1", "sim-token-1"]);
}

#[test]
fn an_invalid_token_is_renewed_once() {
    for challenges in [
        &[r#"Bearer error="invalid_token""#] as &[_],
        &[],
        &["Bearer"],
        &["Basic error=insufficient_scope"],
        &[r#"Bearer error="invalid_token", error_description="no insufficient_scope""#],
        &[r#"Bearer realm="error=insufficient_scope""#],
    ] {
        assert_costs(challenges, 2);
    }
}
