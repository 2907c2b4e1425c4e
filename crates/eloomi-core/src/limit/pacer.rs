//! Politeness: requests in a row, and then an even pace.

use std::time::Duration;

use crate::Tick;

/// Lets a burst pass, and then one request per interval: the generic cell rate algorithm.
///
/// It makes nothing safe. A window after a pause holds a burst and a window's worth of
/// intervals, which is nearly twice the limit if the burst is as large as the limit. The slots
/// keep the limit; this keeps a client from spending a minute's budget in a second and then
/// standing still, and its own requests from piling up where the service tells how many are
/// left.
#[derive(Debug)]
pub(crate) struct Pacer {
    /// When a request would be due if all before it had kept the pace.
    due: Tick,
}

/// How fast, and how many at once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) interval: Duration,
    pub(crate) burst: u32,
}

impl Pacer {
    pub(crate) fn new() -> Self {
        Self {
            due: Tick::default(),
        }
    }

    /// The earliest moment at which the next request may leave.
    pub(crate) fn free_at(&self, pace: Pace) -> Tick {
        let ahead = pace.interval * pace.burst.saturating_sub(1);
        Tick(self.due.0.saturating_sub(ahead))
    }

    /// A request leaves.
    pub(crate) fn take(&mut self, now: Tick, pace: Pace) {
        self.due = self.due.max(now) + pace.interval;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace {
        interval: Duration::from_millis(100),
        burst: 3,
    };

    fn at(milliseconds: u64) -> Tick {
        Tick(Duration::from_millis(milliseconds))
    }

    /// When the next requests leave, if there are always more.
    fn departures(pacer: &mut Pacer, mut now: Tick, count: usize) -> Vec<Tick> {
        let next = |_| {
            now = now.max(pacer.free_at(PACE));
            pacer.take(now, PACE);
            now
        };
        (0..count).map(next).collect()
    }

    #[test]
    fn a_burst_leaves_at_once_and_the_rest_keeps_the_pace() {
        let mut pacer = Pacer::new();
        let at = [at(0), at(0), at(0), at(100), at(200)];
        assert_eq!(departures(&mut pacer, Tick::default(), 5), at);
    }

    #[test]
    fn a_pause_earns_a_burst_and_no_more() {
        let mut pacer = Pacer::new();
        departures(&mut pacer, Tick::default(), 5);
        let later = departures(&mut pacer, at(60_000), 4);
        assert_eq!(later, [at(60_000), at(60_000), at(60_000), at(60_100)]);
    }
}
