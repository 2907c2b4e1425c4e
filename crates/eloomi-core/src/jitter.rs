//! A little chance, so that clients that were stopped together do not start together.

use std::{
    hash::{BuildHasher as _, RandomState},
    time::Duration,
};

/// Less than `bound`, different each time. Not for secrets.
pub(crate) fn below(bound: Duration) -> Duration {
    // 32 bits are enough, and any u32 is a fraction of 2^32 without loss.
    let fraction = f64::from(number()) / (f64::from(u32::MAX) + 1.0);
    bound.mul_f64(fraction)
}

/// A number that is not zero, different each time. Not for secrets.
pub(crate) fn number() -> u32 {
    // Every `RandomState` has keys of its own; a hash of nothing is as random as they are.
    let any = RandomState::new().hash_one(());
    u32::try_from(any >> 32).unwrap_or_default().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_fill_the_room_below_the_bound() {
        let bound = Duration::from_secs(8);
        let all: Vec<_> = (0..400).map(|_| below(bound)).collect();
        assert!(all.iter().all(|wait| *wait < bound));
        // Each misses its quarter with a chance of 0.75^400, less than 10^-49.
        assert!(all.iter().any(|wait| *wait < bound / 4));
        assert!(all.iter().any(|wait| *wait > bound * 3 / 4));
        assert_eq!(below(Duration::ZERO), Duration::ZERO);
    }

    #[test]
    fn a_number_differs_each_time_and_is_not_zero() {
        let numbers = [(); 100].map(|()| number());
        assert!(numbers.iter().any(|number| *number != numbers[0]));
        assert!(!numbers.contains(&0));
    }
}
