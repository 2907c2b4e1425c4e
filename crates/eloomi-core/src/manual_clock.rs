//! The clock that a test moves by hand.

use std::{
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Poll, Waker},
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
    sleepers: Vec<Waker>,
}

impl ManualClock {
    /// A clock at zero; its date is the start of 1970.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets `duration` pass and wakes whoever slept through it.
    pub fn advance(&self, duration: Duration) {
        let sleepers = {
            let mut state = self.state();
            state.now = state.now + duration;
            std::mem::take(&mut state.sleepers)
        };
        // Woken all: each looks at the time itself and sleeps on if it is not up.
        sleepers.into_iter().for_each(Waker::wake);
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
        let clock = self.clone();
        let until = self.now() + duration;
        Box::pin(poll_fn(move |cx| {
            let mut state = clock.state();
            if state.now >= until {
                return Poll::Ready(());
            }
            if !state
                .sleepers
                .iter()
                .any(|waker| waker.will_wake(cx.waker()))
            {
                state.sleepers.push(cx.waker().clone());
            }
            Poll::Pending
        }))
    }
}
