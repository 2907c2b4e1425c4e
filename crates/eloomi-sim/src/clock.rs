//! The simulator's clock: the real one or one that stands still, plus what a test has put it
//! forward.
//!
//! Every reading of time in this crate goes through here. Moving the clock forward spares a
//! test the wait for a window to pass or a token to expire; held answers wait in real time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// The date of a clock that stands still: 2023-11-14 22:13:20.
const STILL: Duration = Duration::from_secs(1_700_000_000);

#[derive(Debug, Default)]
pub(crate) struct Clock {
    ahead_millis: AtomicU64,
    /// When it was stopped.
    stopped: Option<Instant>,
}

impl Clock {
    /// One that moves only when it is put forward.
    pub(crate) fn standing_still() -> Self {
        Self {
            stopped: Some(Self::default().now()),
            ..Self::default()
        }
    }

    /// Now, on the simulator's clock.
    pub(crate) fn now(&self) -> Instant {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one clock of the simulator"
        )]
        let real = self.stopped.unwrap_or_else(Instant::now);
        real.checked_add(self.ahead()).unwrap_or(real)
    }

    /// Time since 1970 on the simulator's clock, for headers that name a moment.
    pub(crate) fn since_1970(&self) -> Duration {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one clock of the simulator"
        )]
        let real = || SystemTime::now().duration_since(UNIX_EPOCH);
        let since = match self.stopped {
            Some(_) => STILL,
            None => real().unwrap_or_default(),
        };
        since.saturating_add(self.ahead())
    }

    /// Puts the clock forward.
    pub(crate) fn advance(&self, by: Duration) {
        let millis = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        let saturating = |ahead: u64| Some(ahead.saturating_add(millis));
        // The closure always answers, so this cannot fail.
        let _ = self
            .ahead_millis
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, saturating);
    }

    fn ahead(&self) -> Duration {
        Duration::from_millis(self.ahead_millis.load(Ordering::Acquire))
    }
}

/// Waits in real time.
pub(crate) async fn wait(time: Duration) {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one clock of the simulator"
    )]
    tokio::time::sleep(time).await;
}

/// Gives up on a future after some real time.
pub(crate) async fn at_most<F: Future>(time: Duration, future: F) -> Option<F::Output> {
    tokio::select! {
        output = future => Some(output),
        () = wait(time) => None,
    }
}
