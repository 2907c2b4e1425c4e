//! Many requests, a few at a time.

use std::time::Duration;

use eloomi_core::{Budget, CallOptions, Endpoint, ErrorKind, ManualClock};
use futures_util::{FutureExt as _, StreamExt as _};

use crate::{
    script::{Script, answer, gated, while_time_passes},
    things::{Call, GET, PUT, call},
};

fn calls(count: usize) -> Vec<Call> {
    (0..count)
        .map(|n| call(&GET).target(format!("/things/{n}")))
        .collect()
}

#[tokio::test]
async fn values_come_in_the_order_asked_whichever_is_answered_first() {
    let (first, first_step) = gated(answer(200, "first"));
    let (second, second_step) = gated(answer(200, "second"));
    let script = Script::new([first_step, second_step]);
    let mut values = script.session().send_all(calls(2));
    assert!(values.next().now_or_never().is_none());
    second.send(()).unwrap();
    assert!(values.next().now_or_never().is_none());
    first.send(()).unwrap();
    assert_eq!(values.next().await.unwrap().unwrap(), "first");
    assert_eq!(values.next().await.unwrap().unwrap(), "second");
    assert!(values.next().await.is_none());
}

#[tokio::test]
async fn never_more_are_under_way_than_allowed() {
    let (gates, steps): (Vec<_>, Vec<_>) = (0..10).map(|_| gated(answer(200, ""))).unzip();
    let script = Script::new(steps);
    let session = script.session().with(CallOptions::new().concurrency(3));
    let mut values = session.send_all(calls(10));
    let mut gates = gates.into_iter();
    for done in 0..10 {
        assert!(values.next().now_or_never().is_none());
        assert_eq!(script.sent().len(), usize::min(done + 3, 10));
        gates.next().unwrap().send(()).unwrap();
        values.next().await.unwrap().unwrap();
    }
    assert_eq!(script.most_under_way(), 3);
}

#[tokio::test]
async fn eight_are_under_way_by_default() {
    let (_gates, steps): (Vec<_>, Vec<_>) = (0..10).map(|_| gated(answer(200, ""))).unzip();
    let script = Script::new(steps);
    let mut values = script.session().send_all(calls(10));
    assert!(values.next().now_or_never().is_none());
    assert_eq!(script.sent().len(), 8);
}

#[tokio::test]
async fn one_at_a_time_is_the_least() {
    let script = Script::new([answer(200, ""), answer(200, "")]);
    let session = script.session().with(CallOptions::new().concurrency(0));
    assert_eq!(session.send_all(calls(2)).count().await, 2);
    assert_eq!(script.most_under_way(), 1);
}

#[tokio::test]
async fn one_that_fails_does_not_stop_the_others() {
    let script = Script::new([answer(200, "a"), answer(404, ""), answer(200, "c")]);
    let done: Vec<_> = script.session().send_all(calls(3)).collect().await;
    assert_eq!(done[0].as_deref().unwrap(), "a");
    assert_eq!(done[1].as_ref().unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(done[2].as_deref().unwrap(), "c");
}

#[tokio::test]
async fn a_call_made_between_two_values_does_not_wait_for_those_that_nobody_polls() {
    let clock = ManualClock::new();
    let script = Script::new((0..5).map(|_| answer(200, "")));
    let budget = Budget::new(100, Duration::from_secs(10)).burst(1);
    let session = script.builder(&clock).budget(budget).build();
    let mut values = session.send_all(calls(4));
    values.next().now_or_never().unwrap().unwrap().unwrap();
    assert!(values.next().now_or_never().is_none());
    assert_eq!(session.stats().limit.unwrap().waiting, 3);
    while_time_passes(&clock, session.send(call(&GET)))
        .await
        .unwrap();
    assert_eq!(script.sent().len(), 2);
    let left = while_time_passes(&clock, values.count());
    assert_eq!(left.await, 3);
}

#[tokio::test]
async fn dropping_it_stops_what_is_left() {
    let (_gate, step) = gated(answer(200, ""));
    let script = Script::new([step]);
    let session = script.session().with(CallOptions::new().concurrency(1));
    let mut values = session.send_all(calls(5));
    assert!(values.next().now_or_never().is_none());
    drop(values);
    assert_eq!(script.sent().len(), 1);
}

#[tokio::test]
async fn requests_of_different_types_go_together() {
    type Any = Box<dyn Endpoint<Output = String>>;
    let script = Script::new([answer(200, "1"), answer(200, "2")]);
    let plan: Vec<Any> = vec![Box::new(call(&GET)), Box::new(call(&PUT))];
    let done: Vec<_> = script.session().send_all(plan).collect().await;
    assert!(done.iter().all(Result::is_ok));
    assert_eq!(script.sent()[1].method(), "PUT");
}
