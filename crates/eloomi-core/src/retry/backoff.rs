//! How long to wait before another attempt.

use std::time::Duration;

/// Full jitter: anything between no time and a bound that doubles with each repetition. Clients
/// that failed together do not come back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Backoff {
    /// The bound before the first repetition.
    pub(crate) first: Duration,
    /// What the bound never exceeds.
    pub(crate) longest: Duration,
}

impl Backoff {
    /// The bound of the wait before the repetition that comes after so many others.
    pub(crate) fn bound(self, before: u32) -> Duration {
        let doubled = 1u32.checked_shl(before).unwrap_or(u32::MAX);
        self.first.saturating_mul(doubled).min(self.longest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_doubles_up_to_the_longest() {
        let backoff = Backoff {
            first: Duration::from_secs(1),
            longest: Duration::from_secs(20),
        };
        let bounds =
            [0, 1, 2, 4, 5, 31, 32, u32::MAX].map(|before| backoff.bound(before).as_secs());
        assert_eq!(bounds, [1, 2, 4, 16, 20, 20, 20, 20]);
    }
}
