//! Clocks that are wrong or jump.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering::SeqCst},
    },
    time::{Duration, SystemTime},
};

use eloomi::{Clock, SystemClock, Tick};
use futures_util::future::BoxFuture;

/// The machine's clock, as it is on another machine.
#[derive(Clone, Default)]
pub(in crate::faults) struct OddClock {
    system: SystemClock,
    /// In seconds, ahead of the right time of day.
    ahead: Arc<AtomicI64>,
    /// In seconds, which the machine has slept.
    slept: Arc<AtomicU64>,
}

impl OddClock {
    /// One whose time of day is wrong by so many seconds.
    pub(in crate::faults) fn ahead(seconds: i64) -> Self {
        let clock = Self::default();
        clock.jump(seconds);
        clock
    }

    /// Sets the time of day so far ahead.
    pub(in crate::faults) fn jump(&self, seconds: i64) {
        self.ahead.store(seconds, SeqCst);
    }

    /// The machine is suspended for so long.
    pub(in crate::faults) fn suspend(&self, time: Duration) {
        self.slept.fetch_add(time.as_secs(), SeqCst);
    }
}

impl Clock for OddClock {
    fn now(&self) -> Tick {
        self.system.now() + Duration::from_secs(self.slept.load(SeqCst))
    }

    fn wall(&self) -> SystemTime {
        let ahead = self.ahead.load(SeqCst);
        let by = Duration::from_secs(ahead.unsigned_abs());
        if ahead < 0 {
            self.system.wall() - by
        } else {
            self.system.wall() + by
        }
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.system.sleep(duration)
    }
}
