//! A slot that is held.

use std::{sync::Arc, time::Duration};

use http::{HeaderMap, StatusCode};

use super::{Limiter, machine::Slot, told::Told};
use crate::jitter;

/// Those who were stopped by a 429 start within so long of each other.
const MOST_JITTER: Duration = Duration::from_secs(1);

/// The right to send one request. However it ends, its slot is accounted for: an answer frees
/// it a window later, a request that never left frees it at once, and one that was given up on
/// its way, by its future being dropped too, counts as lost.
#[must_use = "a permit that is dropped is given back"]
pub(crate) struct Permit {
    limiter: Arc<Limiter>,
    /// There until it is settled.
    slot: Option<Slot>,
    has_left: bool,
}

impl Permit {
    pub(crate) fn new(limiter: Arc<Limiter>, slot: Slot) -> Self {
        Self {
            limiter,
            slot: Some(slot),
            has_left: false,
        }
    }

    /// From now on the service may see the request.
    pub(crate) fn leaves(&mut self) {
        self.has_left = true;
    }

    /// It has turned out that the service cannot have seen it.
    pub(crate) fn never_left(mut self) {
        self.has_left = false;
    }

    /// The head of the answer is here.
    pub(crate) fn answered(mut self, status: StatusCode, headers: &HeaderMap) {
        if let Some(slot) = self.slot.take() {
            let told = Told::of(status, headers, self.limiter.clock.wall());
            let stop = self.limiter.settle(|machine, now| {
                machine.answered(slot, now, &told, jitter::below(MOST_JITTER))
            });
            if let Some(stop) = stop {
                warn(stop);
            }
        }
    }
}

/// Once for each episode: a 429 means that the budget is not what it was taken for.
fn warn(stop: Duration) {
    tracing::warn!(
        target: "eloomi_core",
        stopped_ms = u64::try_from(stop.as_millis()).unwrap_or(u64::MAX),
        "429: somebody else spends the same budget, or the service counts in another way"
    );
}

impl Drop for Permit {
    fn drop(&mut self) {
        let Some(slot) = self.slot.take() else { return };
        let has_left = self.has_left;
        self.limiter.settle(|machine, now| {
            if has_left {
                machine.lost(slot, now);
            } else {
                machine.unsent(slot);
            }
        });
    }
}
