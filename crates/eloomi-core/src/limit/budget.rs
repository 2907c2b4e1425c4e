//! How many requests a service allows.

use std::time::Duration;

/// How many requests a service allows in any window of time, and how to spend them.
///
/// Every request takes one: repetitions, token requests and refused ones included. Any window,
/// wherever it begins, then holds at most that many, whatever the network does; see
/// [`margin`](Self::margin) for the one thing that is assumed.
///
/// The share of the budget that can be used is `window / (window + margin + answer time)`: of
/// 600 in 60 s and with answers in 50 ms, 99.5 %; with answers in 600 ms, 98.6 %.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use eloomi_core::Budget;
///
/// // Half of what the service allows: the other half is another program's.
/// let budget = Budget::new(300, Duration::from_secs(60)).burst(30);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a budget does nothing until a session has it"]
pub struct Budget {
    pub(crate) requests: u32,
    pub(crate) window: Duration,
    pub(crate) margin: Duration,
    pub(crate) linger: Duration,
    pub(crate) burst: u32,
    pub(crate) under_way: u32,
}

/// Of 600 requests in 60 s, 40 are under way when answers take four seconds. It stays below the 64
/// file descriptors of a small process (F95).
const UNDER_WAY: u32 = 40;

impl Budget {
    /// So many requests, at least one, in any window of this length.
    pub fn new(requests: u32, window: Duration) -> Self {
        let requests = requests.max(1);
        Self {
            requests,
            window,
            margin: Duration::from_millis(250).min(window / 20),
            linger: Duration::from_secs(5),
            burst: requests.div_ceil(6),
            under_way: UNDER_WAY,
        }
    }

    /// No limit but how many requests may wait for their answers at once, at least one: for a
    /// service that counts nothing. Without a budget, as many are under way as are asked for.
    ///
    /// After a 429, which such a service may learn to say, nobody sends anything for a while, as
    /// with any budget. It is shared with no other process: [`SharedBudget`](crate::SharedBudget) is
    /// without effect on it.
    pub fn at_once(requests: u32) -> Self {
        let at_once = Self::new(requests, Duration::ZERO).linger(Duration::ZERO);
        at_once.burst(requests).under_way(requests)
    }

    /// For how much longer than a window a request counts; 250 ms by default, or a twentieth of
    /// a window that is shorter than 5 s. Makes up for a service whose clock runs slower than
    /// ours: 250 ms in 60 s are 4,000 parts in a million. A service that counts in whole seconds
    /// needs a second.
    pub fn margin(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// For how long a request may still reach the service after this client has given it up and
    /// closed its connection; 5 s by default. Less only where it cannot travel far: on loopback.
    pub fn linger(mut self, linger: Duration) -> Self {
        self.linger = linger;
        self
    }

    /// How many requests may leave at once after a pause, before they keep an even pace; a sixth
    /// of the budget by default. As many as the budget has means no pace at all. Politeness
    /// only: the limit is kept either way.
    pub fn burst(mut self, requests: u32) -> Self {
        self.burst = requests.clamp(1, self.requests);
        self
    }

    /// How many requests may wait for their answers at once, in this process; 40 by default, and
    /// at least 1. On HTTP/1.1 each has a connection of its own, and a process may open only so
    /// many (F95). The others wait for their turn. A request whose attempt has had its time counts
    /// no more, though its future be kept and not polled.
    pub fn under_way(mut self, requests: u32) -> Self {
        self.under_way = requests.max(1);
        self
    }
}
