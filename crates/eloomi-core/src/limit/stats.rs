//! How a budget stands.

use std::time::Duration;

use super::Sharing;

/// How a budget stands, and what became of it since the client was built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitStats {
    /// Requests that a window may hold now: what was set, or less if the service says so or
    /// somebody else spends the same budget.
    pub limit: u32,
    /// Whom the budget is shared with.
    pub sharing: Sharing,
    /// Slots of requests whose answer has not come yet; those of all who share the budget, as far
    /// as was seen last.
    pub under_way: usize,
    /// Slots of requests that the service may still count; likewise.
    pub cooling: usize,
    /// Requests that wait for a slot.
    pub waiting: usize,
    /// How long nothing leaves any more, after a 429.
    pub stopped_for: Duration,
    /// Requests that left.
    pub requests: u64,
    /// Requests whose answer never came.
    pub lost: u64,
    /// Requests that had to wait for a slot.
    pub waits: u64,
    /// How long they waited, put together.
    pub waited: Duration,
    /// Answers that were a 429. Not one is expected: if there are some, somebody else spends
    /// the same budget, or the service counts in another way.
    pub refused: u64,
    /// How often 429s made everything stop; several that come together are one.
    pub episodes: u64,
}
