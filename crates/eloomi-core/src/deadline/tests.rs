//! By a clock that a test moves.

use std::{future, task::Waker};

use super::*;
use crate::ManualClock;

const SECOND: Duration = Duration::from_secs(1);
const NANOSECOND: Duration = Duration::from_nanos(1);

const ALLOWANCES: Allowances = Allowances {
    call: Duration::from_secs(10),
    attempt: Duration::from_secs(6),
    head: Duration::from_secs(6),
    throughput: Throughput {
        bytes: 100,
        per: Duration::from_secs(2),
    },
};

fn deadline(clock: &ManualClock) -> Deadline {
    let mut deadline = Deadline::new(Arc::new(clock.clone()), ALLOWANCES);
    deadline.next_attempt();
    deadline
}

fn poll(deadline: &mut Deadline, waited: Poll<()>) -> Poll<Result<(), Expired>> {
    deadline.poll(&mut Context::from_waker(Waker::noop()), waited)
}

#[test]
fn an_attempt_ends_before_the_call_does() {
    let clock = ManualClock::new();
    let mut deadline = deadline(&clock);
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
    clock.advance(6 * SECOND);
    assert_eq!(
        poll(&mut deadline, Poll::Pending),
        Poll::Ready(Err(Expired::Attempt))
    );
}

#[test]
fn attempts_share_the_allowance_of_the_call() {
    let clock = ManualClock::new();
    let mut deadline = deadline(&clock);
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
    clock.advance(5 * SECOND);
    assert_eq!(poll(&mut deadline, Poll::Ready(())), Poll::Ready(Ok(())));
    deadline.next_attempt();
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
    clock.advance(5 * SECOND);
    assert_eq!(
        poll(&mut deadline, Poll::Pending),
        Poll::Ready(Err(Expired::Call))
    );
}

#[test]
fn time_outside_a_guard_costs_nothing() {
    let clock = ManualClock::new();
    let mut deadline = deadline(&clock);
    assert_eq!(poll(&mut deadline, Poll::Ready(())), Poll::Ready(Ok(())));
    clock.advance(3600 * SECOND);
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
}

#[tokio::test]
async fn what_is_ready_never_expires() {
    let none = Allowances {
        call: Duration::ZERO,
        ..ALLOWANCES
    };
    let mut deadline = Deadline::new(Arc::new(ManualClock::new()), none);
    assert_eq!(deadline.guard(future::ready(7)).await, Ok(7));
}

#[test]
fn a_head_that_does_not_come_ends_the_attempt() {
    let clock = ManualClock::new();
    let mut deadline = Deadline::new(
        Arc::new(clock.clone()),
        Allowances {
            head: 4 * SECOND,
            ..ALLOWANCES
        },
    );
    deadline.next_attempt();
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
    clock.advance(Duration::from_nanos(3_999_999_999));
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
    clock.advance(NANOSECOND);
    let expired = poll(&mut deadline, Poll::Pending);
    assert_eq!(expired, Poll::Ready(Err(Expired::Head)));
}

#[test]
fn a_body_that_dribbles_stalls() {
    let clock = ManualClock::new();
    let mut deadline = deadline(&clock);
    deadline.head_came();
    for _ in 0..2 {
        deadline.arrived(49);
        assert!(poll(&mut deadline, Poll::Pending).is_pending());
        clock.advance(SECOND);
    }
    let expired = poll(&mut deadline, Poll::Pending);
    assert_eq!(expired, Poll::Ready(Err(Expired::Stalled)));
}

#[test]
fn each_portion_of_a_body_has_its_own_time() {
    let clock = ManualClock::new();
    let mut deadline = deadline(&clock);
    deadline.head_came();
    for _ in 0..3 {
        assert!(poll(&mut deadline, Poll::Pending).is_pending());
        clock.advance(Duration::from_nanos(1_999_999_999));
        deadline.arrived(100);
    }
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
}

#[test]
fn without_a_least_throughput_a_body_may_rest() {
    let clock = ManualClock::new();
    let throughput = Throughput {
        bytes: 0,
        per: SECOND,
    };
    let mut deadline = Deadline::new(
        Arc::new(clock.clone()),
        Allowances {
            throughput,
            ..ALLOWANCES
        },
    );
    deadline.next_attempt();
    deadline.head_came();
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
    clock.advance(5 * SECOND);
    assert!(poll(&mut deadline, Poll::Pending).is_pending());
}

#[test]
fn a_rest_between_attempts_is_on_the_calls_account() {
    let clock = ManualClock::new();
    let mut deadline = deadline(&clock);
    let mut rest = Box::pin(deadline.rest(7 * SECOND));
    let mut cx = Context::from_waker(Waker::noop());
    assert!(rest.as_mut().poll(&mut cx).is_pending());
    clock.advance(7 * SECOND);
    assert_eq!(rest.as_mut().poll(&mut cx), Poll::Ready(Ok(())));
    drop(rest);
    assert_eq!(deadline.left(), 3 * SECOND);
}
