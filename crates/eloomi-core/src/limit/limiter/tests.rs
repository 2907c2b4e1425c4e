use std::{
    pin::Pin,
    sync::atomic::{AtomicBool, Ordering::SeqCst},
    task::{Context, Wake, Waker},
};

use super::*;
use crate::{ManualClock, limit::Budget};

type Waiting = Pin<Box<dyn Future<Output = Result<Permit, TooLong>>>>;

/// A limiter that lets one request go every 100 ms, of which the first has just gone.
fn paced() -> (ManualClock, Arc<Limiter>) {
    let clock = ManualClock::new();
    let budget = Budget::new(100, Duration::from_secs(10)).burst(1);
    let limiter = Limiter::new(Machine::new(budget), Arc::new(clock.clone()));
    let limiter = Arc::new(limiter);
    assert!(goes(&mut come(&limiter, Lane::Interactive)));
    (clock, limiter)
}

/// Waits for a slot for so long as it takes; nobody has asked yet.
fn come(limiter: &Arc<Limiter>, lane: Lane) -> Waiting {
    let limiter = Arc::clone(limiter);
    Box::pin(async move {
        limiter
            .acquire(lane, Duration::MAX, Duration::from_secs(1))
            .await
    })
}

/// Polls it, and says whether it has its slot.
fn goes(waiting: &mut Waiting) -> bool {
    let mut cx = Context::from_waker(Waker::noop());
    waiting.as_mut().poll(&mut cx).is_ready()
}

fn milliseconds(count: u64) -> Duration {
    Duration::from_millis(count)
}

#[test]
fn a_future_that_nobody_polls_is_passed_over() {
    for lane in [Lane::Token, Lane::Interactive] {
        let (clock, limiter) = paced();
        let mut kept = come(&limiter, lane);
        let mut polled = come(&limiter, Lane::Interactive);
        assert!(!goes(&mut kept));
        assert!(!goes(&mut polled));
        // The slot at 100 ms is the other's, for a quarter of a second and one interval.
        clock.advance(milliseconds(449));
        assert!(!goes(&mut polled), "{lane:?}");
        clock.advance(milliseconds(1));
        assert!(goes(&mut polled), "{lane:?}");
    }
}

#[test]
fn however_many_nobody_polls_they_are_passed_over_together() {
    let (clock, limiter) = paced();
    let mut kept = [(); 20].map(|()| come(&limiter, Lane::Interactive));
    assert!(!kept.iter_mut().any(goes));
    let mut polled = come(&limiter, Lane::Interactive);
    assert!(!goes(&mut polled));
    // As long as if all of them had gone: 20 intervals.
    clock.advance(milliseconds(100 + 250 + 20 * 100));
    assert!(goes(&mut polled));
    assert_eq!(limiter.stats().waiting, 20);
}

#[test]
fn who_was_passed_over_has_its_old_place_once_it_is_polled() {
    let (clock, limiter) = paced();
    let [mut first, mut second, mut third] = [(); 3].map(|()| come(&limiter, Lane::Bulk));
    assert!(![&mut first, &mut second, &mut third].into_iter().any(goes));
    clock.advance(milliseconds(450));
    assert!(goes(&mut second));
    assert!(!goes(&mut first));
    clock.advance(milliseconds(100));
    assert!(!goes(&mut third));
    assert!(goes(&mut first));
}

#[test]
fn nobody_is_passed_over_who_was_heard_since_the_slot_was_free() {
    let (clock, limiter) = paced();
    let mut token = come(&limiter, Lane::Token);
    let mut other = come(&limiter, Lane::Interactive);
    assert!(!goes(&mut token));
    assert!(!goes(&mut other));
    let mut late = come(&limiter, Lane::Token);
    clock.advance(milliseconds(100));
    assert!(!goes(&mut late));
    assert!(goes(&mut token));
    clock.advance(milliseconds(350));
    // It asked last when the slot became free that the other waits for.
    assert!(!goes(&mut other));
    assert!(goes(&mut late));
}

#[test]
fn answers_that_free_a_slot_are_noticed_behind_one_that_nobody_polls() {
    let clock = ManualClock::new();
    let budget = Budget::new(10, Duration::from_secs(1))
        .burst(10)
        .under_way(1);
    let limiter = Arc::new(Limiter::new(Machine::new(budget), Arc::new(clock.clone())));
    let mut first = come(&limiter, Lane::Interactive);
    let Poll::Ready(Ok(permit)) = first.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    else {
        panic!("it need not wait");
    };
    let mut kept = come(&limiter, Lane::Interactive);
    let mut polled = come(&limiter, Lane::Interactive);
    assert!(!goes(&mut kept));
    assert!(!goes(&mut polled));
    permit.never_left();
    // Nobody wakes this one, so it looks by itself: that the slot is free, then that it still is.
    for passed in [350, 350] {
        assert!(!goes(&mut polled));
        clock.advance(milliseconds(passed));
    }
    assert!(goes(&mut polled));
}

/// Set when whoever waits is woken.
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, SeqCst);
    }
}

#[test]
fn whoever_becomes_the_first_is_woken_when_the_slot_is_free_and_not_when_it_would_pass_over() {
    let (clock, limiter) = paced();
    let mut first = come(&limiter, Lane::Interactive);
    let mut second = come(&limiter, Lane::Interactive);
    assert!(!goes(&mut first));
    assert!(!goes(&mut second));
    drop(first);
    let woken = Arc::new(Woken(AtomicBool::new(false)));
    let waker = Waker::from(Arc::clone(&woken));
    let polled = second.as_mut().poll(&mut Context::from_waker(&waker));
    assert!(polled.is_pending());
    clock.advance(milliseconds(100));
    assert!(woken.0.load(SeqCst));
}
