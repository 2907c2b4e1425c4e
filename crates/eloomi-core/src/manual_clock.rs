//! The clock that a test moves by hand.

use std::{
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
    time::{Duration, SystemTime},
};

use futures_util::future::BoxFuture;

use crate::{Clock, Tick};

/// A [`Clock`] that stands still until [`advance`](Self::advance) is called.
///
/// Clones share one time. Not for real sockets: nothing arrives faster because a clock
/// says so.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use eloomi_core::{Clock, ManualClock};
///
/// let clock = ManualClock::new();
/// let start = clock.now();
/// clock.advance(Duration::from_secs(60));
/// assert_eq!(clock.now().since(start), Duration::from_secs(60));
/// ```
#[derive(Clone, Debug, Default)]
pub struct ManualClock {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    now: Tick,
    /// Who is to be woken at which moment, by the number of the sleep.
    sleepers: BTreeMap<(Tick, u64), Waker>,
    /// Counts the sleeps.
    slept: u64,
}

impl ManualClock {
    /// A clock at zero; its date is the start of 1970.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets `duration` pass and wakes whoever slept until a moment in it, and nobody else.
    pub fn advance(&self, duration: Duration) {
        let woken = {
            let mut state = self.state();
            let now = state.now + duration;
            state.now = now;
            let later = state.sleepers.split_off(&(now, u64::MAX));
            std::mem::replace(&mut state.sleepers, later)
        };
        woken.into_values().for_each(Waker::wake);
    }

    /// How many waits are pending: lets a test advance only once the code is asleep.
    pub fn sleepers(&self) -> usize {
        self.state().sleepers.len()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Tick {
        self.state().now
    }

    fn wall(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.state().now.0
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let mut state = self.state();
        state.slept += 1;
        let place = (state.now + duration, state.slept);
        drop(state);
        let clock = self.clone();
        Box::pin(Sleep { clock, place })
    }
}

/// A place among the sleepers, given up when it is dropped.
struct Sleep {
    clock: ManualClock,
    place: (Tick, u64),
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut state = self.clock.state();
        if state.now >= self.place.0 {
            return Poll::Ready(());
        }
        state.sleepers.insert(self.place, cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        self.clock.state().sleepers.remove(&self.place);
    }
}
