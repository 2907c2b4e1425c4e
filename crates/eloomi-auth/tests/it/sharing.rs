//! However many callers, one token request, which belongs to none of them.

use std::{
    sync::Arc,
    task::{Context, Waker},
    time::Duration,
};

use eloomi_core::CallOptions;
use futures_util::{FutureExt as _, future::join_all};
use http::{HeaderName, HeaderValue};
use tokio::task::JoinSet;

use crate::service::{READ_THING, Service, Step, Woken, gated, run_on};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_callers_make_one_token_request() {
    let service = Service::default();
    let session = service.session();
    let mut callers = JoinSet::new();
    for _ in 0..1000 {
        let session = session.clone();
        callers.spawn(async move { session.send(READ_THING).await });
    }
    while let Some(done) = callers.join_next().await {
        done.unwrap().unwrap();
    }
    assert_eq!(service.token_requests().len(), 1);
    assert_eq!(service.resource_requests().len(), 1000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_callers_with_an_expired_token_make_one_token_request() {
    let service = Service::default();
    let session = service.session();
    session.send(READ_THING).await.unwrap();
    service.clock.advance(Duration::from_secs(3600));
    let mut callers = JoinSet::new();
    for _ in 0..1000 {
        let session = session.clone();
        callers.spawn(async move { session.send(READ_THING).await });
    }
    while let Some(done) = callers.join_next().await {
        done.unwrap().unwrap();
    }
    assert_eq!(service.token_requests().len(), 2);
}

#[test]
fn second_caller_waits_for_the_refresh_in_flight() {
    let (open, step) = gated(Step::Issue);
    let service = Service::new([step]);
    let session = service.session();
    let mut first = Box::pin(session.send(READ_THING));
    let mut second = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut first).is_none() && run_on(&mut second).is_none());
    assert!(service.resource_requests().is_empty());
    open.send(()).unwrap();
    assert!(run_on(&mut second).unwrap().is_ok());
    assert!(run_on(&mut first).unwrap().is_ok());
    assert_eq!(service.token_requests().len(), 1);
}

#[tokio::test]
async fn the_first_caller_may_go_away_at_any_point() {
    let mut points = 0;
    loop {
        let service = Service::default();
        let session = service.session();
        let mut first = Box::pin(session.send(READ_THING));
        let mut others = Box::pin(join_all((0..3).map(|_| session.send(READ_THING))));
        let done = (0..=points).any(|_| (&mut first).now_or_never().is_some());
        assert!((&mut others).now_or_never().is_none());
        drop(first);
        assert!(
            others.await.iter().all(Result::is_ok),
            "dropped at {points}"
        );
        assert_eq!(service.token_requests().len(), 1, "dropped at {points}");
        if done {
            break;
        }
        points += 1;
    }
    assert!(points >= 4, "only {points} points to go away at");
}

#[test]
fn the_callers_who_stay_are_woken_after_the_first_one_left() {
    let (open, step) = gated(Step::Issue);
    let service = Service::new([step]);
    let session = service.session();
    let mut first = Box::pin(session.send(READ_THING));
    let mut second = Box::pin(session.send(READ_THING));
    let woken = Arc::new(Woken::default());
    let waker = Waker::from(Arc::clone(&woken));
    for _ in 0..10 {
        let mut cx = Context::from_waker(&waker);
        assert!(second.poll_unpin(&mut cx).is_pending());
        // The last to drive the request to its gate is the one that leaves.
        assert!((&mut first).now_or_never().is_none());
    }
    drop(first);
    woken.take();
    open.send(()).unwrap();
    assert!(woken.take(), "nobody tells the second caller");
    assert!(run_on(&mut second).unwrap().is_ok());
}

#[test]
fn a_request_that_all_callers_left_serves_the_next() {
    let (open, step) = gated(Step::Issue);
    let service = Service::new([step]);
    let session = service.session();
    let mut callers = Box::pin(join_all((0..3).map(|_| session.send(READ_THING))));
    assert!(run_on(&mut callers).is_none());
    drop(callers);
    open.send(()).unwrap();
    let mut next = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut next).unwrap().is_ok());
    assert_eq!(service.token_requests().len(), 1);
}

#[test]
fn a_request_that_all_callers_left_long_ago_is_made_anew() {
    let (_open, step) = gated(Step::Issue);
    let service = Service::new([step]);
    let session = service.session();
    let mut caller = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut caller).is_none());
    drop(caller);
    service.clock.advance(Duration::from_secs(31));
    let mut next = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut next).unwrap().is_ok());
    assert_eq!(service.token_requests().len(), 2);
}

#[test]
fn waiting_for_a_token_costs_the_call_no_time() {
    let (open, step) = gated(Step::Issue);
    let service = Service::new([step]);
    let options = CallOptions::new().timeout(Duration::from_secs(1));
    let session = service.session().with(options);
    let mut caller = Box::pin(session.send(READ_THING));
    assert!(run_on(&mut caller).is_none());
    service.clock.advance(Duration::from_secs(15));
    assert!(run_on(&mut caller).is_none());
    open.send(()).unwrap();
    assert!(run_on(&mut caller).unwrap().is_ok());
}

#[test]
fn views_of_a_session_share_the_token() {
    let service = Service::default();
    let session = service.session();
    let view = session.with(CallOptions::new().timeout(Duration::from_secs(1)));
    assert!(
        run_on(&mut Box::pin(session.send(READ_THING)))
            .unwrap()
            .is_ok()
    );
    assert!(
        run_on(&mut Box::pin(view.send(READ_THING)))
            .unwrap()
            .is_ok()
    );
    assert_eq!(service.token_requests().len(), 1);
}

#[tokio::test]
async fn a_header_beside_the_token_is_on_requests_and_not_on_token_requests() {
    let service = Service::default();
    let name = HeaderName::from_static("clientid");
    let bearer = service
        .bearer()
        .beside(name, HeaderValue::from_static("200"));
    service.session_with(bearer).send(READ_THING).await.unwrap();
    assert_eq!(service.resource_requests()[0].headers()["clientid"], "200");
    assert!(
        !service.token_requests()[0]
            .headers()
            .contains_key("clientid")
    );
}
