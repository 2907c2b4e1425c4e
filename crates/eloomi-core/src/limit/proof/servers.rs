//! Two ways in which a service may count, written down from what is known of them.

use std::{collections::VecDeque, time::Duration};

use crate::Tick;

/// How a server counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Whatever came within the last window counts: as documented.
    Rolling,
    /// A counter that begins with the first request and is thrown away a window later: as the
    /// framework behind the service does it.
    Anchored,
}

pub(super) struct Server {
    kind: Kind,
    limit: usize,
    window: Duration,
    counted: VecDeque<Tick>,
}

impl Server {
    pub(super) fn new(kind: Kind, limit: usize, window: Duration) -> Self {
        Self {
            kind,
            limit,
            window,
            counted: VecDeque::new(),
        }
    }

    /// Counts a request, or refuses it, which costs nothing. Says how many are left.
    pub(super) fn arrives(&mut self, now: Tick) -> Option<usize> {
        match self.kind {
            Kind::Rolling => {
                while self
                    .counted
                    .front()
                    .is_some_and(|at| *at + self.window <= now)
                {
                    self.counted.pop_front();
                }
            }
            Kind::Anchored => {
                if self
                    .counted
                    .front()
                    .is_some_and(|at| *at + self.window <= now)
                {
                    self.counted.clear();
                }
            }
        }
        (self.counted.len() < self.limit).then(|| {
            self.counted.push_back(now);
            self.limit - self.counted.len()
        })
    }
}
