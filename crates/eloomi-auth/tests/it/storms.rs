//! A service that refuses the tokens it issues (F80).

use std::time::Duration;

use eloomi_core::{Clock as _, Error, ErrorKind, Session};
use futures_util::future::join_all;

use crate::service::{READ_THING, Service};

fn refusing() -> (Service, Session) {
    let service = Service::default();
    service.accept_none(&[]);
    let session = service.session();
    (service, session)
}

/// Fifty calls at once, all in vain.
fn fifty(service: &Service, session: &Session) -> Vec<Error> {
    let calls = join_all((0..50).map(|_| session.send(READ_THING)));
    let failed = service.run(calls).into_iter().map(Result::unwrap_err);
    failed.collect()
}

#[test]
fn fifty_calls_together_cost_one_refresh_and_one_replay_each() {
    let (service, session) = refusing();
    let failed = fifty(&service, &session);
    assert!(
        failed
            .iter()
            .all(|error| error.kind() == ErrorKind::Unauthorized)
    );
    assert_eq!(service.token_requests().len(), 2);
    // Nobody gives the new token up before all have left their pauses (F110).
    assert_eq!(service.resource_requests().len(), 50 + 50);
}

#[test]
fn for_one_second_nobody_asks_for_another_token() {
    let (service, session) = refusing();
    fifty(&service, &session);
    let failed = fifty(&service, &session);
    assert!(
        failed
            .iter()
            .all(|error| error.kind() == ErrorKind::Unauthorized)
    );
    assert_eq!(service.token_requests().len(), 2);
    let sent = service.resource_requests().len();
    let error = &fifty(&service, &session)[0];
    assert_eq!(
        error.to_string(),
        "createToken: the credentials were refused: \
         the service refuses the tokens that it issues"
    );
    assert_eq!(service.token_requests().len(), 2);
    assert_eq!(service.resource_requests().len(), sent, "not even sent");
}

#[test]
fn a_lasting_storm_costs_one_token_request_a_second() {
    let (service, session) = refusing();
    let start = service.clock.now();
    let mut seconds = 0;
    while seconds < 20 {
        fifty(&service, &session);
        service.clock.advance(Duration::from_millis(20));
        seconds = service.clock.now().since(start).as_secs();
    }
    let asked = service.token_requests().len() as u64;
    assert!((3..=2 + seconds).contains(&asked), "{asked} in {seconds} s");
}

#[test]
fn after_the_storm_the_next_call_gets_a_token() {
    let (service, session) = refusing();
    fifty(&service, &session);
    fifty(&service, &session);
    service.accept_all();
    service.clock.advance(Duration::from_secs(1));
    assert!(service.run(session.send(READ_THING)).is_ok());
    assert_eq!(service.token_requests().len(), 3);
}
