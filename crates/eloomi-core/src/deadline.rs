//! How long a call may still take.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::future::BoxFuture;

use crate::{Clock, Tick};

/// Two allowances, spent only while something is waited for under [`Deadline::guard`]:
/// one for the whole call, one for the attempt. What happens outside a guard (queueing
/// for a slot, a consumer that is busy with the last item) costs nothing.
pub(crate) struct Deadline {
    clock: Arc<dyn Clock>,
    call: Duration,
    attempt: Duration,
    per_attempt: Duration,
    running: Option<(Tick, BoxFuture<'static, ()>)>,
}

/// The allowance is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expired {
    Call,
    Attempt,
}

impl Deadline {
    pub(crate) fn new(clock: Arc<dyn Clock>, call: Duration, per_attempt: Duration) -> Self {
        Self {
            clock,
            call,
            attempt: per_attempt,
            per_attempt,
            running: None,
        }
    }

    /// Another attempt begins: it has its own allowance, and what is left of the call's.
    pub(crate) fn next_attempt(&mut self) {
        self.attempt = self.per_attempt;
    }

    /// Waits for `future`, at most for as long as is left.
    pub(crate) async fn guard<F: Future>(&mut self, future: F) -> Result<F::Output, Expired> {
        let mut future = pin!(future);
        poll_fn(|cx| {
            let poll = future.as_mut().poll(cx);
            self.poll(cx, poll)
        })
        .await
    }

    /// The same for code that polls: runs while `poll` is pending, stops when it is ready.
    pub(crate) fn poll<T>(
        &mut self,
        cx: &mut Context<'_>,
        poll: Poll<T>,
    ) -> Poll<Result<T, Expired>> {
        match poll {
            Poll::Ready(value) => {
                self.pause();
                Poll::Ready(Ok(value))
            }
            Poll::Pending => {
                let (_, timer) = self.running.get_or_insert_with(|| {
                    let left = self.call.min(self.attempt);
                    (self.clock.now(), self.clock.sleep(left))
                });
                if timer.as_mut().poll(cx).is_pending() {
                    return Poll::Pending;
                }
                self.pause();
                Poll::Ready(Err(if self.call.is_zero() {
                    Expired::Call
                } else {
                    Expired::Attempt
                }))
            }
        }
    }

    /// Stops the clock until something is waited for again.
    pub(crate) fn pause(&mut self) {
        if let Some((since, _)) = self.running.take() {
            let spent = self.clock.now().since(since);
            self.call = self.call.saturating_sub(spent);
            self.attempt = self.attempt.saturating_sub(spent);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{future, task::Waker};

    use super::*;
    use crate::ManualClock;

    const SECOND: Duration = Duration::from_secs(1);

    fn deadline(clock: &ManualClock) -> Deadline {
        Deadline::new(Arc::new(clock.clone()), 10 * SECOND, 6 * SECOND)
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
        let mut deadline = Deadline::new(Arc::new(ManualClock::new()), Duration::ZERO, SECOND);
        assert_eq!(deadline.guard(future::ready(7)).await, Ok(7));
    }
}
