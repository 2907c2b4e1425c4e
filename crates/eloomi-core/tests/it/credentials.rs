//! The pipeline's side of the bargain with an authorizer.

use std::{
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use async_trait::async_trait;
use eloomi_core::{
    Authorizer, Budget, CallOptions, Clock as _, Error, ErrorKind, ManualClock, Refusal, Reply,
    Session, Stamp, Tick,
};
use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderValue};

use crate::{
    script::{Script, answer, answer_with, broken, while_time_passes},
    things::{Call, GET, POST, call},
};

/// A credential that is a number: `held`, or none if that is zero.
#[derive(Default)]
struct Counted {
    held: AtomicU64,
    prepared: AtomicU64,
    /// How many times a stamp finds the credential gone, though it was there just before.
    withdrawn: AtomicUsize,
    is_final: bool,
}

#[async_trait]
impl Authorizer for Counted {
    fn is_ready(&self) -> bool {
        self.held.load(SeqCst) > 0
    }

    async fn prepare(&self, anonymous: &Session) -> Result<(), Error> {
        anonymous.send(call(&GET).target("/token")).await?;
        let number = self.prepared.fetch_add(1, SeqCst) + 1;
        self.held.store(number, SeqCst);
        Ok(())
    }

    fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp> {
        let left = self.withdrawn.load(SeqCst);
        if left > 0 {
            self.withdrawn.store(left - 1, SeqCst);
            self.held.store(0, SeqCst);
        }
        let held = self.held.load(SeqCst);
        headers.insert("authorization", HeaderValue::from(held));
        (held > 0).then_some(Stamp(held))
    }

    fn refused(&self, used: Stamp, _reply: &Reply) -> Refusal {
        if self.is_final {
            return Refusal::Final;
        }
        let _ = self.held.compare_exchange(used.0, 0, SeqCst, SeqCst);
        Refusal::Refresh
    }
}

fn session(script: &Script, authorizer: Counted) -> Session {
    session_at(&ManualClock::new(), script, authorizer)
}

fn session_at(clock: &ManualClock, script: &Script, authorizer: Counted) -> Session {
    let authorizer = Arc::new(authorizer);
    script.builder(clock).authorizer(authorizer).build()
}

/// Sends with a new authorizer, while time passes: before a request goes out with a new
/// credential it waits.
async fn sent(script: &Script, request: Call) -> Result<String, Error> {
    let clock = ManualClock::new();
    let session = session_at(&clock, script, Counted::default());
    while_time_passes(&clock, session.send(request)).await
}

fn paths(script: &Script) -> Vec<String> {
    let path = |request: http::Request<bytes::Bytes>| request.uri().path().to_owned();
    script.sent().into_iter().map(path).collect()
}

#[tokio::test]
async fn a_credential_is_got_once_and_used_again() {
    let script = Script::new([answer(200, ""), answer(200, ""), answer(200, "")]);
    let session = session(&script, Counted::default());
    session.send(call(&GET)).await.unwrap();
    session.send(call(&GET)).await.unwrap();
    assert_eq!(paths(&script), ["/token", "/things/one", "/things/one"]);
}

#[tokio::test]
async fn a_token_request_carries_no_credential_and_no_headers_of_the_caller() {
    let script = Script::new([answer(200, ""), answer(200, "")]);
    let mut headers = HeaderMap::new();
    headers.insert("x-mine", HeaderValue::from_static("1"));
    session(&script, Counted::default())
        .with(CallOptions::new().headers(headers))
        .send(call(&GET))
        .await
        .unwrap();
    let [token, resource] = script.sent().try_into().unwrap();
    assert!(!token.headers().contains_key("authorization"));
    assert!(!token.headers().contains_key("x-mine"));
    assert!(resource.headers().contains_key("x-mine"));
}

#[tokio::test]
async fn a_refused_credential_is_renewed_once_and_the_request_repeated_once() {
    let script = Script::new([
        answer(200, ""),
        answer(401, ""),
        answer(200, ""),
        answer(200, "done"),
    ]);
    let request = call(&POST).body("once more");
    assert_eq!(sent(&script, request).await.unwrap(), "done");
    let sent = script.sent();
    assert_eq!(sent[1].body(), sent[3].body());
    assert_eq!(sent[1].uri(), sent[3].uri());
    assert_eq!(sent[3].headers()["authorization"], "2");
}

#[tokio::test]
async fn a_credential_is_renewed_before_the_pause_and_not_after_it() {
    let script = Script::new([
        answer(200, ""),
        answer(401, ""),
        answer(200, ""),
        answer(200, "done"),
    ]);
    let clock = ManualClock::new();
    let session = session_at(&clock, &script, Counted::default());
    let mut sending = pin!(session.send(call(&GET)));
    assert!(sending.as_mut().now_or_never().is_none(), "it waits");
    assert_eq!(paths(&script), ["/token", "/things/one", "/token"]);
    clock.advance(Duration::from_millis(500));
    assert_eq!(sending.await.unwrap(), "done");
}

#[tokio::test]
async fn a_renewal_that_fails_is_the_error_of_the_refused_request() {
    let script = Script::new([answer(200, ""), answer(401, ""), answer(403, "")]);
    let error = sent(&script, call(&GET)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert_eq!(paths(&script), ["/token", "/things/one", "/token"]);
}

#[tokio::test]
async fn a_second_refusal_is_the_callers() {
    let script = Script::new([
        answer(200, ""),
        answer(401, ""),
        answer(200, ""),
        answer(401, "no"),
    ]);
    let error = sent(&script, call(&GET)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.server_message(), Some("no"));
    assert_eq!(
        paths(&script),
        ["/token", "/things/one", "/token", "/things/one"]
    );
}

#[tokio::test]
async fn a_final_refusal_is_read_by_the_endpoint_as_it_came() {
    let script = Script::new([
        answer(200, ""),
        answer_with(401, &[("x-request-id", "r1")], "no"),
    ]);
    let authorizer = Counted {
        is_final: true,
        ..Counted::default()
    };
    let error = session(&script, authorizer)
        .send(call(&GET))
        .await
        .unwrap_err();
    assert_eq!(error.server_message(), Some("no"));
    assert_eq!(error.request_id(), Some("r1"));
    assert_eq!(script.sent().len(), 2);
}

#[tokio::test]
async fn a_refusal_without_an_authorizer_is_not_repeated() {
    let script = Script::new([answer(401, "")]);
    let error = script.session().send(call(&GET)).await.unwrap_err();
    assert!(error.is_auth());
    assert_eq!(script.sent().len(), 1);
}

#[tokio::test]
async fn a_failure_to_get_a_credential_is_the_error_of_that_request() {
    let script = Script::new([answer(503, "")]);
    let error = session(&script, Counted::default())
        .send(call(&POST))
        .await
        .unwrap_err();
    assert_eq!(
        error.operation(),
        "getThing",
        "not the one that was asked for"
    );
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(paths(&script), ["/token"]);
}

#[tokio::test]
async fn a_credential_withdrawn_in_the_last_moment_is_got_anew() {
    let script = Script::new([answer(200, ""), answer(200, "done")]);
    let authorizer = Counted {
        held: AtomicU64::new(7),
        withdrawn: AtomicUsize::new(1),
        ..Counted::default()
    };
    let value = session(&script, authorizer).send(call(&GET)).await;
    assert_eq!(value.unwrap(), "done");
    assert_eq!(paths(&script), ["/token", "/things/one"]);
}

/// A credential that is good for fifteen seconds, and is written down when it is no longer, too.
struct Expiring {
    clock: ManualClock,
    good_until: Mutex<Tick>,
}

#[async_trait]
impl Authorizer for Expiring {
    fn is_ready(&self) -> bool {
        self.clock.now() < *self.good_until.lock().unwrap()
    }

    async fn prepare(&self, anonymous: &Session) -> Result<(), Error> {
        anonymous.send(call(&GET).target("/token")).await?;
        *self.good_until.lock().unwrap() = self.clock.now() + Duration::from_secs(15);
        Ok(())
    }

    fn stamp(&self, _headers: &mut HeaderMap) -> Option<Stamp> {
        Some(Stamp(0))
    }

    fn refused(&self, _used: Stamp, _reply: &Reply) -> Refusal {
        Refusal::Final
    }
}

#[tokio::test]
async fn a_credential_that_runs_out_while_a_slot_is_waited_for_is_got_anew() {
    let clock = ManualClock::new();
    let script = Script::new((0..5).map(|_| answer(200, "")));
    let authorizer = Expiring {
        clock: clock.clone(),
        good_until: Mutex::default(),
    };
    let session = script
        .builder(&clock)
        .authorizer(Arc::new(authorizer))
        .budget(Budget::new(2, Duration::from_secs(20)).burst(2))
        .build();
    session.send(call(&GET)).await.unwrap();
    // Its slot is free 20 s after the first two, and the credential was good for fifteen.
    let second = while_time_passes(&clock, session.send(call(&GET)));
    second.await.unwrap();
    let sent = ["/token", "/things/one", "/token", "/things/one"];
    assert_eq!(paths(&script), sent);
}

#[tokio::test]
async fn a_credential_that_never_stays_is_an_error_and_no_endless_loop() {
    let script = Script::new((0..100).map(|_| answer(200, "")));
    let authorizer = Counted {
        withdrawn: AtomicUsize::new(usize::MAX),
        ..Counted::default()
    };
    let error = session(&script, authorizer)
        .send(call(&GET))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert!(!error.was_sent());
}

#[tokio::test]
async fn a_refusal_whose_body_is_lost_is_still_a_refusal() {
    let script = Script::new([
        answer(200, ""),
        answer(401, broken("{")),
        answer(200, ""),
        answer(200, "done"),
    ]);
    assert_eq!(sent(&script, call(&POST)).await.unwrap(), "done");
}

#[tokio::test]
async fn a_new_credential_is_given_a_moment_to_get_about() {
    let script = Script::new([
        answer(200, ""),
        answer(401, ""),
        answer(200, ""),
        answer(200, ""),
    ]);
    let clock = ManualClock::new();
    let session = session_at(&clock, &script, Counted::default());
    let mut waiting = Box::pin(session.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_millis(199));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_millis(301));
    assert!((&mut waiting).now_or_never().unwrap().is_ok());
}

#[tokio::test]
async fn a_renewal_comes_on_top_of_the_attempts() {
    let script = Script::new([
        answer(200, ""),
        answer(401, ""),
        answer(200, ""),
        answer(503, ""),
        answer(503, ""),
        answer(200, "done"),
    ]);
    let clock = ManualClock::new();
    let session = session_at(&clock, &script, Counted::default());
    let three = session.with(CallOptions::new().attempts(3));
    let value = while_time_passes(&clock, three.send(call(&GET))).await;
    assert_eq!(value.unwrap(), "done");
}
