//! How long requests and answers are on their way: `behaviours::LATENCY`.

use std::ops::RangeInclusive;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::dice::Dice;

/// A stream of the generator that no person and no token uses.
const STREAM: u64 = u64::MAX - 2;

/// Round trips between two bounds, each divided by chance between there and back: what leaves
/// first need not arrive first.
#[derive(Debug)]
pub(crate) struct Latency {
    bounds: RangeInclusive<Duration>,
    dice: Mutex<Dice>,
}

impl Latency {
    pub(crate) fn new(bounds: RangeInclusive<Duration>, seed: u64) -> Self {
        Self {
            bounds,
            dice: Mutex::new(Dice::new(seed, STREAM)),
        }
    }

    /// How long the next request is on its way, and how long its answer.
    pub(crate) fn next(&self) -> (Duration, Duration) {
        let (shortest, longest) = (self.bounds.start(), self.bounds.end());
        if longest.is_zero() {
            return (Duration::ZERO, Duration::ZERO);
        }
        let mut dice = self.dice.lock().unwrap_or_else(PoisonError::into_inner);
        let mut part = |whole: Duration| whole * dice.below(1001) / 1000;
        let whole = *shortest + part(longest.saturating_sub(*shortest));
        let there = part(whole);
        (there, whole.saturating_sub(there))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips_stay_within_their_bounds() {
        let milliseconds = Duration::from_millis;
        let latency = Latency::new(milliseconds(20)..=milliseconds(200), 7);
        let trips: Vec<_> = (0..1000).map(|_| latency.next()).collect();
        for (there, back) in &trips {
            let whole = *there + *back;
            assert!(whole >= milliseconds(20) && whole <= milliseconds(200));
        }
        assert!(trips.iter().any(|(there, back)| there > back));
        assert!(trips.iter().any(|(there, back)| back > there));
    }
}
