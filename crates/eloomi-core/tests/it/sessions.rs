//! Sessions and their views.

use std::time::Duration;

use eloomi_core::{CallOptions, ManualClock, Session};
use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderValue};

use crate::{
    script::{Script, Step, answer, base},
    things::{GET, Things, call},
};

fn headers(pairs: &[(&'static str, &'static str)]) -> CallOptions {
    let headers: HeaderMap = pairs
        .iter()
        .map(|&(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
        .collect();
    CallOptions::new().headers(headers)
}

#[test]
fn building_a_session_needs_no_runtime() {
    let script = Script::new([answer(200, "ok")]);
    let session = Session::builder(base(), script).build();
    let items = session.stream(Things::default());
    assert_eq!(session.base_url().host(), "api.example.com");
    drop(items);
}

#[test]
fn a_call_needs_no_runtime_of_its_own() {
    let script = Script::new([answer(200, "ok")]);
    let value = script.session().send(call(&GET)).now_or_never();
    assert_eq!(value.unwrap().unwrap(), "ok");
}

#[test]
fn calls_may_be_sent_to_other_threads() {
    fn assert_send<T: Send + 'static>(_: T) {}
    let session = Script::default().session();
    assert_send(session.stream(Things::default()));
    assert_send(session.send_all([call(&GET)]));
    assert_send(async move {
        let done = session.send(call(&GET)).await;
        session.call(call(&GET)).await.is_ok() && done.is_ok()
    });
}

#[tokio::test]
async fn a_view_changes_what_it_names_and_keeps_the_rest() {
    let script = Script::new([answer(200, "0123456789"), answer(200, "0123456789")]);
    let small = script.session().with(CallOptions::new().max_body(5));
    let patient = small.with(CallOptions::new().timeout(Duration::from_secs(300)));
    assert!(patient.send(call(&GET)).await.is_err(), "the cap is kept");
    let large = patient.with(CallOptions::new().max_body(10));
    assert!(large.send(call(&GET)).await.is_ok());
}

#[tokio::test]
async fn a_view_does_not_change_the_session_it_is_of() {
    let script = Script::new([answer(200, "0123456789"), answer(200, "0123456789")]);
    let session = script.session();
    let view = session.with(CallOptions::new().max_body(5));
    assert!(view.send(call(&GET)).await.is_err());
    assert!(session.send(call(&GET)).await.is_ok());
}

#[tokio::test]
async fn a_view_adds_headers_and_replaces_those_of_the_same_name() {
    let script = Script::new([answer(200, "")]);
    let session = script
        .session()
        .with(headers(&[("x-a", "1"), ("x-b", "1")]))
        .with(headers(&[("x-b", "2"), ("x-c", "2")]));
    session.send(call(&GET)).await.unwrap();
    let request = script.only();
    let of = |name| {
        let values = request.headers().get_all(name).iter();
        values
            .map(|value| value.to_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (of("x-a"), of("x-b"), of("x-c")),
        (vec!["1"], vec!["2"], vec!["2"])
    );
}

#[test]
fn a_view_has_a_deadline_of_its_own() {
    let clock = ManualClock::new();
    let script = Script::new([Step::Hang]);
    let session = script.builder(&clock).build();
    let view = session.with(CallOptions::new().attempt_timeout(Duration::from_secs(1)));
    let mut waiting = Box::pin(view.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_secs(1));
    assert!(
        (&mut waiting)
            .now_or_never()
            .unwrap()
            .unwrap_err()
            .is_timeout()
    );
}

#[tokio::test]
async fn clones_share_the_transport() {
    let script = Script::new([answer(200, ""), answer(200, "")]);
    let session = script.session();
    session.clone().send(call(&GET)).await.unwrap();
    session.send(&call(&GET)).await.unwrap();
    assert_eq!(script.sent().len(), 2);
}
