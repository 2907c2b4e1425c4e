//! The rate limit: a log of arrivals.
//!
//! Written from the description alone, so that it can judge a client's own limiter.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use crate::eloomi::payer::Payer;
use crate::eloomi::switches::WindowKind;

/// The limit of everybody who is counted.
#[derive(Debug)]
pub(crate) struct Limits {
    most: u32,
    window: Duration,
    counted: HashMap<Payer, Limit>,
}

impl Limits {
    pub(crate) fn new(most: u32, window: Duration) -> Self {
        Self {
            most,
            window,
            counted: HashMap::new(),
        }
    }

    pub(crate) fn of(&mut self, payer: &Payer) -> &mut Limit {
        let (most, window) = (self.most, self.window);
        self.counted
            .entry(payer.clone())
            .or_insert_with(|| Limit::new(most, window))
    }
}

/// The calls that still count against the client.
#[derive(Debug)]
pub(crate) struct Limit {
    /// Calls per window; zero means that nothing is limited.
    most: u32,
    window: Duration,
    arrivals: VecDeque<Instant>,
}

/// A call was over the limit; the next one may come after this time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exhausted {
    pub(crate) free_in: Duration,
}

impl Limit {
    fn new(most: u32, window: Duration) -> Self {
        Self {
            most,
            window,
            arrivals: VecDeque::new(),
        }
    }

    /// The number for `X-RateLimit-Limit`, or `None` when nothing is limited.
    pub(crate) fn most(&self) -> Option<u32> {
        (self.most > 0).then_some(self.most)
    }

    /// Counts a call, unless the window is full: a refused call costs nothing.
    pub(crate) fn count(&mut self, now: Instant, kind: WindowKind) -> Result<(), Exhausted> {
        let Some(most) = self.most() else {
            return Ok(());
        };
        self.forget(now, kind);
        if let Some(oldest) = self.arrivals.front()
            && self.arrivals.len() >= most as usize
        {
            let age = now.saturating_duration_since(*oldest);
            return Err(Exhausted {
                free_in: self.window.saturating_sub(age),
            });
        }
        self.arrivals.push_back(now);
        Ok(())
    }

    /// The number for `X-RateLimit-Remaining`.
    pub(crate) fn remaining(&mut self, now: Instant, kind: WindowKind) -> u32 {
        self.forget(now, kind);
        let used = u32::try_from(self.arrivals.len()).unwrap_or(u32::MAX);
        self.most.saturating_sub(used)
    }

    /// Drops the calls that no longer count.
    fn forget(&mut self, now: Instant, kind: WindowKind) {
        let left = |arrival: &Instant| now.saturating_duration_since(*arrival) >= self.window;
        match kind {
            WindowKind::Rolling => {
                while self.arrivals.front().is_some_and(left) {
                    self.arrivals.pop_front();
                }
            }
            WindowKind::Anchored => {
                if self.arrivals.front().is_some_and(left) {
                    self.arrivals.clear();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    const SECOND: Duration = Duration::from_secs(1);

    fn two_per_ten_seconds() -> (Limit, Instant) {
        (Limit::new(2, 10 * SECOND), Clock::default().now())
    }

    #[test]
    fn a_full_window_tells_when_the_oldest_call_leaves() {
        let (mut limit, start) = two_per_ten_seconds();
        limit.count(start, WindowKind::Rolling).unwrap();
        limit.count(start + SECOND, WindowKind::Rolling).unwrap();
        let refused = limit.count(start + 3 * SECOND, WindowKind::Rolling);
        assert_eq!(
            refused,
            Err(Exhausted {
                free_in: 7 * SECOND
            })
        );
    }

    #[test]
    fn refused_calls_do_not_count() {
        let (mut limit, start) = two_per_ten_seconds();
        for _ in 0..9 {
            let _ = limit.count(start, WindowKind::Rolling);
        }
        let later = start + 10 * SECOND;
        assert_eq!(limit.remaining(later, WindowKind::Rolling), 2);
    }

    #[test]
    fn a_rolling_window_frees_one_call_at_a_time() {
        let (mut limit, start) = two_per_ten_seconds();
        limit.count(start, WindowKind::Rolling).unwrap();
        limit
            .count(start + 9 * SECOND, WindowKind::Rolling)
            .unwrap();
        let later = start + 10 * SECOND;
        assert_eq!(limit.remaining(later, WindowKind::Rolling), 1);
    }

    #[test]
    fn an_anchored_window_empties_as_a_whole() {
        let (mut limit, start) = two_per_ten_seconds();
        limit.count(start, WindowKind::Anchored).unwrap();
        limit
            .count(start + 9 * SECOND, WindowKind::Anchored)
            .unwrap();
        let later = start + 10 * SECOND;
        assert_eq!(limit.remaining(later, WindowKind::Anchored), 2);
    }

    #[test]
    fn zero_switches_the_limit_off() {
        let mut limit = Limit::new(0, SECOND);
        let now = Clock::default().now();
        assert!((0..1000).all(|_| limit.count(now, WindowKind::Rolling).is_ok()));
    }
}
