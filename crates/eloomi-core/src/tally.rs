//! Counting what became of calls.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use crate::{Error, Stats};

/// The counters of a session. Each counts by itself: together they need not add up while calls are
/// under way.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    calls: AtomicU64,
    attempts: AtomicU64,
    retries: AtomicU64,
    renewals: AtomicU64,
    failed: AtomicU64,
    timeouts: AtomicU64,
    ambiguous: AtomicU64,
}

impl Tally {
    pub(crate) fn call(&self) {
        self.calls.fetch_add(1, Relaxed);
    }

    pub(crate) fn attempt(&self) {
        self.attempts.fetch_add(1, Relaxed);
    }

    pub(crate) fn retry(&self) {
        self.retries.fetch_add(1, Relaxed);
    }

    pub(crate) fn renewal(&self) {
        self.renewals.fetch_add(1, Relaxed);
    }

    pub(crate) fn failed(&self, error: &Error) {
        self.failed.fetch_add(1, Relaxed);
        self.timeouts
            .fetch_add(u64::from(error.is_timeout()), Relaxed);
        self.ambiguous
            .fetch_add(u64::from(error.is_ambiguous()), Relaxed);
    }

    /// What was counted so far.
    pub(crate) fn stats(&self) -> Stats {
        Stats {
            limit: None,
            calls: self.calls.load(Relaxed),
            attempts: self.attempts.load(Relaxed),
            retries: self.retries.load(Relaxed),
            retry_quota: 0,
            renewals: self.renewals.load(Relaxed),
            failed: self.failed.load(Relaxed),
            timeouts: self.timeouts.load(Relaxed),
            ambiguous: self.ambiguous.load(Relaxed),
        }
    }
}
