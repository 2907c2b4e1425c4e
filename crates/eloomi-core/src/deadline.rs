//! How long a call may still take.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::future::BoxFuture;

use crate::{Clock, Tick, options::Throughput};

/// How long a call and its parts may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allowances {
    pub(crate) call: Duration,
    pub(crate) attempt: Duration,
    pub(crate) head: Duration,
    pub(crate) throughput: Throughput,
}

/// Three allowances, spent only while something is waited for under [`Deadline::guard`]:
/// one for the whole call, one for the attempt, and one for the part of the attempt that goes on:
/// until the head is here, and then from one portion of the body to the next. What happens outside
/// a guard (queueing for a slot, a consumer that is busy with the last item) costs nothing.
pub(crate) struct Deadline {
    clock: Arc<dyn Clock>,
    allowances: Allowances,
    call: Duration,
    attempt: Duration,
    part: Part,
    running: Option<(Tick, BoxFuture<'static, ()>)>,
}

/// What goes on, and how long it may still take.
enum Part {
    Head(Duration),
    /// So many bytes are missing of the portion that must arrive in this time.
    Body(Duration, u64),
    /// Nothing of its own.
    Any,
}

/// The allowance is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expired {
    Call,
    Attempt,
    /// No head of an answer.
    Head,
    /// A body that comes too slowly.
    Stalled,
}

impl Deadline {
    pub(crate) fn new(clock: Arc<dyn Clock>, allowances: Allowances) -> Self {
        Self {
            clock,
            call: allowances.call,
            attempt: allowances.attempt,
            part: Part::Any,
            allowances,
            running: None,
        }
    }

    /// Another attempt begins: it has its own allowances, and what is left of the call's.
    pub(crate) fn next_attempt(&mut self) {
        self.attempt = self.allowances.attempt;
        self.part = Part::Head(self.allowances.head);
    }

    /// The head of an answer is here; its body must not stall.
    pub(crate) fn head_came(&mut self) {
        let Throughput { bytes, per } = self.allowances.throughput;
        self.part = if bytes == 0 {
            Part::Any
        } else {
            Part::Body(per, bytes)
        };
    }

    /// So many bytes of the body have arrived.
    pub(crate) fn arrived(&mut self, bytes: u64) {
        let Part::Body(_, missing) = &mut self.part else {
            return;
        };
        *missing = missing.saturating_sub(bytes);
        if *missing == 0 {
            // What was spent so far belongs to the portion that is here.
            self.pause();
            self.head_came();
        }
    }

    /// What is left for the call.
    pub(crate) fn left(&self) -> Duration {
        self.call
    }

    /// Waits between two attempts, on the call's account.
    pub(crate) async fn rest(&mut self, wait: Duration) -> Result<(), Expired> {
        self.attempt = Duration::MAX;
        self.part = Part::Any;
        let sleep = self.clock.sleep(wait);
        self.guard(sleep).await
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
        if let Poll::Ready(value) = poll {
            self.pause();
            return Poll::Ready(Ok(value));
        }
        loop {
            if let Some(expired) = self.expired() {
                return Poll::Ready(Err(expired));
            }
            let until = self.call.min(self.attempt).min(self.part.left());
            debug_assert!(!until.is_zero(), "what is used up has expired");
            let (_, timer) = self
                .running
                .get_or_insert_with(|| (self.clock.now(), self.clock.sleep(until)));
            if timer.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            self.pause();
            debug_assert!(self.running.is_none(), "a clock that ran out has stopped");
        }
    }

    /// Stops the clock until something is waited for again.
    pub(crate) fn pause(&mut self) {
        if let Some((since, _)) = self.running.take() {
            let spent = self.clock.now().since(since);
            self.call = self.call.saturating_sub(spent);
            self.attempt = self.attempt.saturating_sub(spent);
            if let Part::Head(left) | Part::Body(left, _) = &mut self.part {
                *left = left.saturating_sub(spent);
            }
        }
    }

    fn expired(&self) -> Option<Expired> {
        if self.call.is_zero() {
            Some(Expired::Call)
        } else if self.attempt.is_zero() {
            Some(Expired::Attempt)
        } else {
            match self.part {
                Part::Head(Duration::ZERO) => Some(Expired::Head),
                Part::Body(Duration::ZERO, _) => Some(Expired::Stalled),
                _ => None,
            }
        }
    }
}

impl Part {
    fn left(&self) -> Duration {
        match self {
            Self::Head(left) | Self::Body(left, _) => *left,
            Self::Any => Duration::MAX,
        }
    }
}

#[cfg(test)]
mod tests;
