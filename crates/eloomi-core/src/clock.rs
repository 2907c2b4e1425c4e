//! Time as the client sees it: the one place that reads it.

use std::{
    ops::Add,
    time::{Duration, Instant, SystemTime},
};

use futures_util::future::BoxFuture;

/// Tells the time and waits. Everything that has to do with time asks one of these, so
/// that a test can own it: see [`ManualClock`](crate::ManualClock).
#[cfg_attr(feature = "mock", mockall::automock)]
pub trait Clock: Send + Sync {
    /// The time since this clock's own start. Never goes back.
    fn now(&self) -> Tick;

    /// The date, to compare with a date that a server names; it may jump.
    fn wall(&self) -> SystemTime;

    /// Is ready once `duration` has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// A moment on one [`Clock`], as the time since that clock started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tick(pub Duration);

impl Tick {
    /// The time from `earlier` to this moment; zero if `earlier` is later.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Tick {
    type Output = Self;

    /// Stops at the end of time instead of overflowing: durations come from servers.
    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(duration))
    }
}

/// The machine's clock, waiting with tokio's timer.
///
/// `now` stands still while the machine is suspended on systems whose monotonic clock
/// does; a token that ran out meanwhile is noticed by its 401.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// A clock that starts now. Needs no runtime until something waits on it.
    #[expect(clippy::disallowed_methods, reason = "this is the Clock")]
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Tick {
        Tick(self.start.elapsed())
    }

    #[expect(clippy::disallowed_methods, reason = "this is the Clock")]
    fn wall(&self) -> SystemTime {
        SystemTime::now()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the Clock")]
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // Created when first polled, so that building a client outside a runtime is fine.
        Box::pin(async move { tokio::time::sleep(duration).await })
    }
}
