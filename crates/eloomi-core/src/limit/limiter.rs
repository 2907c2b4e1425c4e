//! Waiting for a slot.

use std::{
    collections::HashMap,
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker, ready},
    time::Duration,
};

use super::{
    LimitStats, Permit,
    lanes::{Lane, Ticket},
    machine::{Machine, Slot, Turn},
};
use crate::{Clock, Tick};

/// One budget, shared by everybody who spends it.
///
/// No task of its own: whoever is first in turn sleeps until its slot is free and wakes the
/// next one when it goes, or goes away.
pub(crate) struct Limiter {
    pub(crate) clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

struct State {
    machine: Machine,
    /// Those who wait, by the number of their ticket.
    wakers: HashMap<u64, Waker>,
}

/// It would take longer than the caller is willing to wait; at least so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong(pub(crate) Duration);

impl Limiter {
    pub(crate) fn new(machine: Machine, clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            state: Mutex::new(State {
                machine,
                wakers: HashMap::new(),
            }),
        }
    }

    /// Waits for a slot, for at most as long as said: with zero, only for a slot that is free.
    /// The attempt that it is for takes no longer than `attempt`.
    ///
    /// May be dropped at any time: its place in the queue is given up.
    pub(crate) async fn acquire(
        self: &Arc<Self>,
        lane: Lane,
        most: Duration,
        attempt: Duration,
    ) -> Result<Permit, TooLong> {
        let came = self.clock.now();
        let mut place = Place {
            limiter: self,
            ticket: self.state().machine.join(lane, came),
            attempt,
            came,
            until: came + most,
            free_since: None,
            timer: None,
        };
        let slot = poll_fn(|cx| place.poll(cx)).await?;
        Ok(Permit::new(Arc::clone(self), slot))
    }

    /// Does something about a slot that is held, which may free it for whoever waits.
    pub(crate) fn settle<T>(&self, settle: impl FnOnce(&mut Machine, Tick) -> T) -> T {
        let now = self.clock.now();
        let mut state = self.state();
        let settled = settle(&mut state.machine, now);
        state.wake_head();
        settled
    }

    pub(crate) fn stats(&self) -> LimitStats {
        let now = self.clock.now();
        self.state().machine.stats(now)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The one whose turn it is looks at the time again.
    fn wake_head(&mut self) {
        let head = self.machine.head();
        if let Some(waker) = head.and_then(|number| self.wakers.remove(&number)) {
            waker.wake();
        }
    }

    /// Whether there was somebody to pass over. They are woken: whoever still wants its turn says
    /// so, and has it back.
    fn pass_over(&mut self, ticket: Ticket, since: Tick) -> bool {
        let passed = self.machine.pass_over(ticket, since);
        for number in &passed {
            self.wakers.remove(number).into_iter().for_each(Waker::wake);
        }
        !passed.is_empty()
    }
}

/// A place in a lane. It is dropped when its turn has come, or when nobody waits at it any more;
/// either way the next one is woken.
struct Place<'a> {
    limiter: &'a Arc<Limiter>,
    ticket: Ticket,
    attempt: Duration,
    came: Tick,
    /// The end of patience.
    until: Tick,
    /// Since when a slot is free, or from when on it will be, as was seen last.
    free_since: Option<Tick>,
    timer: Option<Timer>,
}

/// A wait that is set to end at a moment.
type Timer = (Tick, futures_util::future::BoxFuture<'static, ()>);

impl Place<'_> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Slot, TooLong>> {
        loop {
            let now = self.limiter.clock.now();
            let mut state = self.limiter.state();
            let turn = state.machine.turn(self.ticket, now, self.attempt);
            let free_at = state.machine.free_at(now);
            // Nobody goes before the one whose turn it is.
            let (earliest, wake_at) = match turn {
                Turn::Go(slot) => {
                    state.machine.waited(now.since(self.came));
                    return Poll::Ready(Ok(slot));
                }
                Turn::NotBefore(at) => (at, at),
                Turn::Wait if self.passes_over(&mut state, free_at, now) => continue,
                Turn::Wait => {
                    let earliest = free_at.unwrap_or(now);
                    let patience = state.machine.patience(self.ticket, now);
                    (earliest, self.until.min(earliest + patience))
                }
            };
            if earliest > self.until || now >= self.until {
                return Poll::Ready(Err(TooLong(earliest.since(now))));
            }
            state.wakers.insert(self.ticket.number, cx.waker().clone());
            drop(state);
            debug_assert!(wake_at > now, "or it would ask for ever");
            self.timer.take_if(|(at, _)| *at != wake_at);
            let set = || (wake_at, self.limiter.clock.sleep(wake_at.since(now)));
            let (_, sleep) = self.timer.get_or_insert_with(set);
            ready!(sleep.as_mut().poll(cx));
            self.timer = None;
        }
    }

    /// Whether a slot is free for so long that this one need not wait for those in front of it.
    fn passes_over(&mut self, state: &mut State, free_at: Option<Tick>, now: Tick) -> bool {
        let Some(since) = self.free_since.filter(|_| free_at == Some(now)) else {
            self.free_since = free_at;
            return false;
        };
        if now < since + state.machine.patience(self.ticket, now) {
            return false;
        }
        self.free_since = free_at;
        state.pass_over(self.ticket, since)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut state = self.limiter.state();
        state.wakers.remove(&self.ticket.number);
        state.machine.leave(self.ticket);
        state.wake_head();
    }
}

#[cfg(test)]
mod tests;
