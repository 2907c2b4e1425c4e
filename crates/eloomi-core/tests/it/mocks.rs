//! The mocks of the feature `mock`, as consumers use them.

use std::time::{Duration, SystemTime};

use eloomi_core::{Body, Clock, MockClock, MockTransport, Phase, Session, Tick, TransportError};
use http::Response;

use crate::{
    script::base,
    things::{GET, call},
};

#[tokio::test]
async fn a_mocked_transport_answers_as_it_was_told() {
    let mut transport = MockTransport::new();
    transport
        .expect_send()
        .withf(|request| request.uri().path() == "/things/one")
        .once()
        .returning(|_| Ok(Response::new(Body::from("mocked"))));
    let session = Session::builder(base(), transport).build();
    assert_eq!(session.send(call(&GET)).await.unwrap(), "mocked");
}

#[tokio::test]
async fn a_mocked_transport_fails_as_it_was_told() {
    let mut transport = MockTransport::new();
    transport
        .expect_send()
        .returning(|_| Err(TransportError::new(Phase::NotSent, "no route")));
    let session = Session::builder(base(), transport).build();
    assert!(!session.send(call(&GET)).await.unwrap_err().was_sent());
}

#[test]
fn a_mocked_clock_says_what_it_was_told() {
    let mut clock = MockClock::new();
    let noon = Tick(Duration::from_secs(43_200));
    clock.expect_now().return_const(noon);
    clock.expect_wall().return_const(SystemTime::UNIX_EPOCH);
    assert_eq!((clock.now(), clock.wall()), (noon, SystemTime::UNIX_EPOCH));
}
