//! How long a call may take, by a clock that a test moves.

use std::time::Duration;

use eloomi_core::{CallOptions, Error, ErrorKind, Items, ManualClock, Session};
use futures_util::FutureExt as _;

use crate::{
    script::{Script, Step, answer, gated, pieces},
    things::{GET, POST, PUT, Things, call},
};

const SECOND: Duration = Duration::from_secs(1);

fn session(script: &Script, clock: &ManualClock) -> Session {
    let options = CallOptions::new()
        .attempts(1)
        .timeout(10 * SECOND)
        .attempt_timeout(6 * SECOND);
    script.builder(clock).options(options).build()
}

#[test]
fn an_attempt_without_answer_times_out() {
    let clock = ManualClock::new();
    let session = session(&Script::new([Step::Hang]), &clock);
    let mut waiting = Box::pin(session.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_millis(5999));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(Duration::from_millis(1));
    let error = (&mut waiting).now_or_never().unwrap().unwrap_err();
    assert!(error.is_timeout() && error.is_retryable());
    assert!(error.to_string().contains("one attempt"), "{error}");
}

#[test]
fn head_and_body_share_the_attempts_time() {
    let clock = ManualClock::new();
    let (_sender, body) = pieces();
    let (open, step) = gated(answer(200, body));
    let session = session(&Script::new([step]), &clock);
    let mut waiting = Box::pin(session.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(4 * SECOND);
    open.send(()).unwrap();
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(2 * SECOND);
    let error = (&mut waiting).now_or_never().unwrap().unwrap_err();
    assert!(error.is_timeout());
}

#[test]
fn the_whole_call_has_a_deadline_too() {
    let clock = ManualClock::new();
    let script = Script::new([Step::Hang]);
    let session = session(&script, &clock).with(CallOptions::new().timeout(3 * SECOND));
    let mut waiting = Box::pin(session.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(3 * SECOND);
    let error = (&mut waiting).now_or_never().unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert!(error.to_string().contains("the call"), "{error}");
}

#[test]
fn a_dripping_body_does_not_win_more_time() {
    let clock = ManualClock::new();
    let (sender, body) = pieces();
    let session = session(&Script::new([answer(200, body)]), &clock);
    let mut waiting = Box::pin(session.send(call(&GET)));
    for _ in 0..5 {
        assert!((&mut waiting).now_or_never().is_none());
        clock.advance(SECOND);
        sender.send(Ok(" ".into())).unwrap();
    }
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(SECOND);
    let error = (&mut waiting).now_or_never().unwrap().unwrap_err();
    assert!(error.is_timeout());
}

#[test]
fn a_write_whose_body_comes_too_late_keeps_the_status_of_its_head() {
    let clock = ManualClock::new();
    let (_sender, body) = pieces();
    let session = session(&Script::new([answer(201, body)]), &clock);
    let mut waiting = Box::pin(session.send(call(&POST)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(6 * SECOND);
    let error = (&mut waiting).now_or_never().unwrap().unwrap_err();
    assert!(error.is_ambiguous());
    assert_eq!(error.status().unwrap(), 201);
}

#[test]
fn an_answer_just_in_time_is_an_answer() {
    let clock = ManualClock::new();
    let (open, step) = gated(answer(200, "here"));
    let session = session(&Script::new([step]), &clock);
    let mut waiting = Box::pin(session.send(call(&GET)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(6 * SECOND);
    open.send(()).unwrap();
    assert_eq!((&mut waiting).now_or_never().unwrap().unwrap(), "here");
}

fn timed_out(route: &'static eloomi_core::Route) -> Error {
    let clock = ManualClock::new();
    let session = session(&Script::new([Step::Hang]), &clock);
    let mut waiting = Box::pin(session.send(call(route)));
    assert!((&mut waiting).now_or_never().is_none());
    clock.advance(10 * SECOND);
    (&mut waiting).now_or_never().unwrap().unwrap_err()
}

#[test]
fn a_write_that_times_out_is_ambiguous() {
    let error = timed_out(&POST);
    assert_eq!(error.kind(), ErrorKind::Ambiguous);
    assert!(!error.is_retryable());
}

#[test]
fn a_repeatable_write_that_times_out_is_a_timeout() {
    let error = timed_out(&PUT);
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_retryable());
}

/// The next item, which is there already.
fn next(items: &mut Items<Things>) -> Option<Result<String, Error>> {
    items.next().now_or_never().expect("an item, or the end")
}

/// Whether there is nothing yet, though somebody waits, and waits on.
fn is_waiting(items: &mut Items<Things>) -> bool {
    futures_util::StreamExt::next(items)
        .now_or_never()
        .is_none()
}

#[test]
fn a_wait_that_is_given_up_costs_nothing_from_then_on() {
    let clock = ManualClock::new();
    let (sender, body) = pieces();
    let session = session(&Script::new([answer(200, body)]), &clock);
    let mut items = session.stream(Things::default());
    sender.send(Ok("{\"data\":[1,".into())).unwrap();
    assert_eq!(next(&mut items).unwrap().unwrap(), "1");
    assert!(items.next().now_or_never().is_none(), "given up");
    clock.advance(3600 * SECOND);
    assert!(is_waiting(&mut items), "and not held against the next wait");
    sender.send(Ok("2]}".into())).unwrap();
    assert_eq!(next(&mut items).unwrap().unwrap(), "2");
}

#[test]
fn a_slow_consumer_costs_a_stream_nothing() {
    let clock = ManualClock::new();
    let (sender, body) = pieces();
    let session = session(&Script::new([answer(200, body)]), &clock);
    let mut items = session.stream(Things::default());
    sender.send(Ok("{\"data\":[1,".into())).unwrap();
    assert_eq!(next(&mut items).unwrap().unwrap(), "1");
    clock.advance(3600 * SECOND);
    sender.send(Ok("2,".into())).unwrap();
    assert_eq!(next(&mut items).unwrap().unwrap(), "2");
    clock.advance(3600 * SECOND);
    sender.send(Ok("3],\"last\":true}".into())).unwrap();
    drop(sender);
    assert_eq!(next(&mut items).unwrap().unwrap(), "3");
    assert!(next(&mut items).is_none());
}

#[test]
fn a_stream_is_charged_for_its_waits_and_nothing_between_them() {
    let clock = ManualClock::new();
    let (sender, body) = pieces();
    let session = session(&Script::new([answer(200, body)]), &clock);
    let mut items = session.stream(Things::default());
    for piece in ["{\"data\":[1,", "2,"] {
        assert!(is_waiting(&mut items));
        clock.advance(2 * SECOND);
        sender.send(Ok(piece.into())).unwrap();
        next(&mut items).unwrap().unwrap();
        clock.advance(3600 * SECOND);
    }
    assert!(is_waiting(&mut items));
    clock.advance(SECOND);
    assert!(is_waiting(&mut items), "five of its six seconds are spent");
    clock.advance(SECOND);
    assert!(next(&mut items).unwrap().unwrap_err().is_timeout());
}

#[test]
fn a_stream_that_is_waited_for_times_out() {
    let clock = ManualClock::new();
    let (sender, body) = pieces();
    let session = session(&Script::new([answer(200, body)]), &clock);
    let mut items = session.stream(Things::default());
    sender.send(Ok("{\"data\":[1,".into())).unwrap();
    assert!(next(&mut items).unwrap().is_ok());
    assert!(is_waiting(&mut items));
    clock.advance(6 * SECOND);
    let error = next(&mut items).unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert!(next(&mut items).is_none(), "an error ends the stream");
}

#[test]
fn every_page_has_its_own_time() {
    let clock = ManualClock::new();
    let pages = [
        "{\"data\":[1]}",
        "{\"data\":[2]}",
        "{\"data\":[3]}",
        "{\"data\":[]}",
    ];
    let (gates, steps): (Vec<_>, Vec<_>) = pages
        .into_iter()
        .map(|page| gated(answer(200, page)))
        .unzip();
    let session = session(&Script::new(steps), &clock);
    let mut items = session.stream(Things::default());
    let mut found = 0;
    for gate in gates {
        assert!(is_waiting(&mut items));
        clock.advance(5 * SECOND); // four times: more than the call's ten in all
        gate.send(()).unwrap();
        if let Some(item) = next(&mut items) {
            item.unwrap();
            found += 1;
        }
    }
    assert_eq!(found, 3);
}

#[test]
fn a_body_that_keeps_coming_does_not_stall() {
    let clock = ManualClock::new();
    let (sender, body) = pieces();
    let options = CallOptions::new()
        .min_throughput(100, 2 * SECOND)
        .timeout(60 * SECOND);
    let session = Script::new([answer(200, body)])
        .builder(&clock)
        .build()
        .with(options);
    let mut waiting = Box::pin(session.send(call(&GET)));
    for _ in 0..5 {
        assert!((&mut waiting).now_or_never().is_none());
        clock.advance(Duration::from_millis(1_900));
        sender.send(Ok(" ".repeat(100).into())).unwrap();
    }
    drop(sender);
    assert_eq!((&mut waiting).now_or_never().unwrap().unwrap().len(), 500);
}
