//! The budget from outside: who waits for a slot, for how long, and what becomes of it.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use eloomi_core::{
    Authorizer, Budget, CallOptions, Clock as _, Error, ErrorKind, Lane, ManualClock, Phase,
    Refusal, Reply, Session, Stamp,
};
use futures_util::{FutureExt as _, future::join_all};
use http::{HeaderMap, HeaderValue};

use crate::{
    script::{Script, Step, answer, answer_with, gated},
    things::{GET, POST, call},
};

const SECOND: Duration = Duration::from_secs(1);
const NANOSECOND: Duration = Duration::from_nanos(1);
const MARGIN: Duration = Duration::from_millis(250);

/// Two requests a minute, both at once if need be.
fn two() -> Budget {
    Budget::new(2, 60 * SECOND).burst(2)
}

fn session(script: &Script, clock: &ManualClock, budget: Budget) -> Session {
    script.builder(clock).budget(budget).build()
}

fn answers(count: usize) -> Script {
    Script::new((0..count).map(|_| answer(200, "")))
}

/// Sends so many, one after the other, none of which has to wait.
fn spend(session: &Session, count: usize) {
    for _ in 0..count {
        let sent = session.send(call(&GET)).now_or_never();
        sent.expect("a slot is free").unwrap();
    }
}

/// Lets spawned tasks run until it is so, which it is soon or never.
async fn until(is_so: impl Fn() -> bool) {
    for _ in 0..10_000 {
        if is_so() {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("it never came to that");
}

/// Until so many wait for a slot.
async fn until_waiting(session: &Session, count: usize) {
    until(|| session.stats().limit.unwrap().waiting == count).await;
}

#[test]
fn a_request_over_the_budget_waits_until_a_slot_has_cooled_down() {
    let (clock, script) = (ManualClock::new(), answers(3));
    let session = session(&script, &clock, two());
    spend(&session, 2);
    let mut third = Box::pin(session.send(call(&GET)));
    assert!((&mut third).now_or_never().is_none());
    clock.advance((60 * SECOND + MARGIN).saturating_sub(NANOSECOND));
    assert!((&mut third).now_or_never().is_none());
    assert_eq!(script.sent().len(), 2);
    clock.advance(NANOSECOND);
    (&mut third).now_or_never().unwrap().unwrap();
    let stats = session.stats().limit.unwrap();
    assert_eq!((stats.requests, stats.waits), (3, 1));
    assert_eq!(stats.waited, 60 * SECOND + MARGIN);
}

#[test]
fn the_six_hundred_and_first_leaves_exactly_when_the_first_slot_is_free() {
    let (clock, script) = (ManualClock::new(), answers(601));
    let session = session(&script, &clock, Budget::new(600, 60 * SECOND).burst(600));
    spend(&session, 600);
    let mut one_more = Box::pin(session.send(call(&GET)));
    clock.advance((60 * SECOND + MARGIN).saturating_sub(NANOSECOND));
    assert!((&mut one_more).now_or_never().is_none());
    clock.advance(NANOSECOND);
    (&mut one_more).now_or_never().unwrap().unwrap();
}

#[test]
fn the_window_begins_with_the_answer_and_not_with_the_request() {
    let clock = ManualClock::new();
    let (open, slow) = gated(answer(200, ""));
    let script = Script::new([slow, answer(200, "")]);
    let session = session(&script, &clock, Budget::new(1, 60 * SECOND));
    let mut first = Box::pin(session.send(call(&GET)));
    assert!((&mut first).now_or_never().is_none());
    clock.advance(20 * SECOND);
    open.send(()).unwrap();
    (&mut first).now_or_never().unwrap().unwrap();
    let mut second = Box::pin(session.send(call(&GET)));
    clock.advance(60 * SECOND);
    assert!((&mut second).now_or_never().is_none());
    clock.advance(MARGIN);
    (&mut second).now_or_never().unwrap().unwrap();
}

#[test]
fn a_request_that_never_left_gives_its_slot_back() {
    let clock = ManualClock::new();
    let script = Script::new([Step::Fail(Phase::NotSent), answer(200, "")]);
    let session = session(&script, &clock, Budget::new(1, 60 * SECOND));
    let error = session
        .send(call(&POST))
        .now_or_never()
        .unwrap()
        .unwrap_err();
    assert!(!error.was_sent());
    assert_eq!(session.stats().limit.unwrap().requests, 0);
    // Only the pace is kept.
    clock.advance(60 * SECOND);
    spend(&session, 1);
}

#[test]
fn a_request_given_up_on_its_way_keeps_its_slot_for_longer() {
    let (clock, script) = (
        ManualClock::new(),
        Script::new([Step::Hang, answer(200, "")]),
    );
    let session = session(&script, &clock, Budget::new(1, 60 * SECOND));
    let mut given_up = Box::pin(session.send(call(&GET)));
    assert!((&mut given_up).now_or_never().is_none());
    assert_eq!(session.stats().limit.unwrap().under_way, 1);
    drop(given_up);
    let stats = session.stats().limit.unwrap();
    assert_eq!((stats.under_way, stats.cooling, stats.lost), (0, 1, 1));
    let mut next = Box::pin(session.send(call(&GET)));
    clock.advance(64 * SECOND);
    assert!((&mut next).now_or_never().is_none());
    clock.advance(SECOND + MARGIN);
    (&mut next).now_or_never().unwrap().unwrap();
}

#[tokio::test]
async fn whoever_stops_waiting_gives_up_the_place() {
    let (clock, script) = (ManualClock::new(), answers(3));
    let session = session(&script, &clock, two());
    spend(&session, 2);
    let mut first = Box::pin(session.send(call(&GET)));
    assert!((&mut first).now_or_never().is_none());
    let second = tokio::spawn({
        let session = session.clone();
        async move { session.send(call(&GET)).await }
    });
    until_waiting(&session, 2).await;
    drop(first);
    clock.advance(60 * SECOND + MARGIN);
    until(|| second.is_finished()).await;
    second.await.unwrap().unwrap();
    assert_eq!(session.stats().limit.unwrap().waiting, 0);
}

#[tokio::test]
async fn everybody_who_waits_is_served_in_the_order_they_came() {
    let (clock, script) = (ManualClock::new(), answers(20));
    let session = session(&script, &clock, two());
    let calls = (0..20).map(|number| {
        let request = call(&GET).target(format!("/things/{number}"));
        tokio::spawn({
            let session = session.clone();
            async move { session.send(request).await.unwrap() }
        })
    });
    let all = tokio::spawn(join_all(calls.collect::<Vec<_>>()));
    // Nine windows pass before the last two have their turn.
    for _ in 0..40 {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        clock.advance(15 * SECOND + MARGIN);
    }
    assert!(all.is_finished());
    let sent = script.sent().into_iter();
    let order: Vec<_> = sent
        .map(|request| request.uri().path().to_owned())
        .collect();
    let came: Vec<_> = (0..20).map(|number| format!("/things/{number}")).collect();
    assert_eq!(order, came);
}

#[test]
fn clones_and_views_share_one_budget() {
    let (clock, script) = (ManualClock::new(), answers(2));
    let session = session(&script, &clock, two());
    spend(&session.clone(), 1);
    spend(&session.with(CallOptions::new().lane(Lane::Bulk)), 1);
    assert!(session.send(call(&GET)).now_or_never().is_none());
}

#[test]
fn who_would_rather_fail_is_told_when_to_come_again() {
    let (clock, script) = (ManualClock::new(), answers(3));
    let session = session(&script, &clock, two());
    let at_once = session.with(CallOptions::new().max_wait(Duration::ZERO));
    spend(&at_once, 2);
    clock.advance(20 * SECOND);
    let error = at_once
        .send(call(&POST))
        .now_or_never()
        .unwrap()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert_eq!(error.retry_after(), Some(40 * SECOND + MARGIN));
    assert!(!error.was_sent() && error.is_retryable());
    clock.advance(40 * SECOND + MARGIN);
    spend(&at_once, 1);
}

#[test]
fn a_wait_beyond_the_patience_fails_at_its_end() {
    let clock = ManualClock::new();
    let script = Script::new([Step::Hang, Step::Hang]);
    let session = session(&script, &clock, two());
    let mut hanging = [(); 2].map(|()| Box::pin(session.send(call(&GET))));
    for call in &mut hanging {
        assert!(call.now_or_never().is_none());
    }
    // Only an answer can free a slot, and nobody knows when it comes.
    let patient = session.with(CallOptions::new().max_wait(5 * SECOND));
    let mut third = Box::pin(patient.send(call(&GET)));
    assert!((&mut third).now_or_never().is_none());
    clock.advance(5 * SECOND);
    let error = (&mut third).now_or_never().unwrap().unwrap_err();
    assert!(error.is_rate_limited());
}

#[test]
fn a_wait_of_exactly_the_patience_ends_with_a_slot() {
    let (clock, script) = (ManualClock::new(), answers(3));
    let options = CallOptions::new().max_wait(60 * SECOND + MARGIN);
    let session = session(&script, &clock, two()).with(options);
    spend(&session, 2);
    let mut third = Box::pin(session.send(call(&GET)));
    assert!((&mut third).now_or_never().is_none());
    clock.advance(60 * SECOND + MARGIN);
    (&mut third).now_or_never().unwrap().unwrap();
}

#[test]
fn waiting_for_a_slot_spends_nothing_of_the_calls_time() {
    let (clock, script) = (ManualClock::new(), answers(3));
    let options = CallOptions::new().timeout(SECOND).attempt_timeout(SECOND);
    let session = session(&script, &clock, two()).with(options);
    spend(&session, 2);
    let mut third = Box::pin(session.send(call(&GET)));
    assert!((&mut third).now_or_never().is_none());
    clock.advance(61 * SECOND);
    (&mut third).now_or_never().unwrap().unwrap();
}

#[test]
fn a_429_stops_everybody_for_as_long_as_it_says() {
    let clock = ManualClock::new();
    let refused = answer_with(429, &[("retry-after", "7")], "");
    let script = Script::new([refused, answer(200, "")]);
    let session = session(&script, &clock, Budget::new(600, 60 * SECOND));
    let error = session
        .send(call(&GET))
        .now_or_never()
        .unwrap()
        .unwrap_err();
    assert_eq!(error.retry_after(), Some(7 * SECOND));
    let stats = session.stats().limit.unwrap();
    assert_eq!((stats.refused, stats.episodes), (1, 1));
    assert!(stats.stopped_for >= 7 * SECOND && stats.stopped_for < 8 * SECOND);
    let mut next = Box::pin(session.send(call(&GET)));
    clock.advance((7 * SECOND).saturating_sub(NANOSECOND));
    assert!((&mut next).now_or_never().is_none());
    clock.advance(SECOND);
    (&mut next).now_or_never().unwrap().unwrap();
}

#[test]
fn a_429_without_a_word_stops_until_the_oldest_request_has_left_the_window() {
    let clock = ManualClock::new();
    let script = Script::new([answer(200, ""), answer(429, "")]);
    let session = session(&script, &clock, Budget::new(600, 60 * SECOND));
    spend(&session, 1);
    clock.advance(45 * SECOND);
    let refused = session.send(call(&GET)).now_or_never().unwrap();
    assert!(refused.unwrap_err().is_rate_limited());
    let stopped = session.stats().limit.unwrap().stopped_for;
    assert!(
        stopped >= 15 * SECOND && stopped < 16 * SECOND,
        "{stopped:?}"
    );
}

#[test]
fn every_form_of_a_429_stops_for_a_second_at_least_and_an_hour_at_most() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    for (headers, shortest) in [
        (vec![("retry-after", "0")], 1),
        (vec![("retry-after", "1")], 1),
        (vec![("retry-after", "59")], 59),
        (vec![("retry-after", "86400")], 3600),
        (vec![("retry-after", "-1")], 60),
        (vec![("retry-after", "abc")], 60),
        (vec![("retry-after", date), ("date", date)], 1),
        (vec![("retry-after", "3"), ("x-ratelimit-reset", "50")], 3),
        (vec![("x-ratelimit-reset", "50")], 50),
        (vec![], 60),
    ] {
        let clock = ManualClock::new();
        let script = Script::new([answer_with(429, &headers, "")]);
        let session = session(&script, &clock, Budget::new(600, 60 * SECOND));
        let refused = session.send(call(&GET)).now_or_never().unwrap();
        assert!(refused.unwrap_err().is_rate_limited());
        let stopped = session.stats().limit.unwrap().stopped_for;
        let shortest = shortest * SECOND;
        assert!(stopped >= shortest, "{headers:?}: {stopped:?}");
        assert!(stopped < shortest + SECOND, "{headers:?}: {stopped:?}");
    }
}

#[test]
fn who_is_refused_without_a_wait_is_told_of_the_stop_all_the_same() {
    let clock = ManualClock::new();
    let script = Script::new([answer_with(429, &[("retry-after", "0")], "")]);
    let options = CallOptions::new()
        .attempts(2)
        .max_retry_after(Duration::ZERO);
    let session = session(&script, &clock, Budget::new(600, 60 * SECOND)).with(options);
    let refused = session.send(call(&GET)).now_or_never().unwrap();
    assert!(refused.unwrap_err().retry_after().unwrap() >= SECOND);
}

#[test]
fn a_stop_that_is_longer_than_anybody_would_wait_fails_at_once() {
    let clock = ManualClock::new();
    let script = Script::new([answer_with(429, &[("retry-after", "3600")], "")]);
    let session = session(&script, &clock, Budget::new(600, 60 * SECOND));
    let refused = session.send(call(&GET)).now_or_never().unwrap();
    assert!(refused.is_err());
    let error = session
        .send(call(&GET))
        .now_or_never()
        .unwrap()
        .unwrap_err();
    assert!(error.retry_after().unwrap() >= 3600 * SECOND);
    assert_eq!(script.sent().len(), 1);
}

#[test]
fn a_lower_limit_counts_at_once_and_a_higher_one_after_a_window() {
    let clock = ManualClock::new();
    let limited = |limit| answer_with(200, &[("x-ratelimit-limit", limit)], "");
    let script = Script::new([
        limited("300"),
        limited("600"),
        limited("600"),
        limited("999"),
    ]);
    let session = session(&script, &clock, Budget::new(600, 60 * SECOND));
    let limit = || session.stats().limit.unwrap().limit;
    spend(&session, 1);
    assert_eq!(limit(), 300);
    spend(&session, 1);
    assert_eq!(limit(), 300);
    clock.advance(60 * SECOND);
    spend(&session, 1);
    assert_eq!(limit(), 600);
    spend(&session, 1);
    assert_eq!(limit(), 600, "never more than was set");
}

/// A credential that one request brings.
struct Fetched;

#[async_trait]
impl Authorizer for Fetched {
    fn is_ready(&self) -> bool {
        false
    }

    async fn prepare(&self, anonymous: &Session) -> Result<(), Error> {
        anonymous.send(call(&GET).target("/token")).await.map(drop)
    }

    fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp> {
        headers.insert("authorization", HeaderValue::from_static("sim-token"));
        Some(Stamp(1))
    }

    fn refused(&self, _used: Stamp, _reply: &Reply) -> Refusal {
        Refusal::Final
    }
}

#[tokio::test]
async fn a_token_request_takes_a_slot_and_passes_whoever_waits() {
    let (clock, script) = (ManualClock::new(), answers(6));
    let budget = Budget::new(3, 60 * SECOND).burst(3);
    let builder = script.builder(&clock).budget(budget);
    let session = builder.authorizer(Arc::new(Fetched)).build();
    let ask = |target: &'static str| {
        let session = session.clone();
        tokio::spawn(async move { session.send(call(&GET).target(target)).await })
    };
    // The token and the request, and a token more: the budget is spent.
    spend(&session, 1);
    let first = ask("/first");
    until_waiting(&session, 1).await;
    let second = ask("/second");
    until_waiting(&session, 2).await;
    clock.advance(60 * SECOND + MARGIN);
    for asked in [first, second] {
        until(|| asked.is_finished()).await;
        asked.await.unwrap().unwrap();
    }
    let sent = script.sent().into_iter();
    let paths: Vec<_> = sent
        .map(|request| request.uri().path().to_owned())
        .collect();
    let order = [
        "/token",
        "/things/one",
        "/token",
        "/token",
        "/first",
        "/second",
    ];
    assert_eq!(paths, order);
}

#[test]
fn a_session_without_a_budget_waits_for_nothing() {
    let (clock, script) = (ManualClock::new(), answers(1000));
    let session = script.builder(&clock).build();
    spend(&session, 1000);
    assert_eq!(session.stats().limit, None);
    assert_eq!(clock.now().0, Duration::ZERO);
}

#[test]
fn a_budget_of_so_many_at_once_counts_nothing_else() {
    let clock = ManualClock::new();
    let (first_open, slow) = gated(answer(200, ""));
    let (second_open, slower) = gated(answer(200, ""));
    let quick = (0..98).map(|_| answer(200, ""));
    let script = Script::new(
        [slow]
            .into_iter()
            .chain(quick)
            .chain([slower, answer(200, "")]),
    );
    let session = session(&script, &clock, Budget::at_once(2));
    let mut first = Box::pin(session.send(call(&GET)));
    assert!((&mut first).now_or_never().is_none());
    spend(&session, 98);
    let mut second = Box::pin(session.send(call(&GET)));
    assert!((&mut second).now_or_never().is_none());
    let mut third = Box::pin(session.send(call(&GET)));
    assert!((&mut third).now_or_never().is_none());
    assert_eq!(session.stats().limit.unwrap().waiting, 1);
    second_open.send(()).unwrap();
    (&mut second).now_or_never().unwrap().unwrap();
    (&mut third).now_or_never().unwrap().unwrap();
    drop(first_open);
}
