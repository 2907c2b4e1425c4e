//! A little chance, so that clients that were stopped together do not start together.

use std::{
    hash::{BuildHasher as _, RandomState},
    time::Duration,
};

/// Up to a second, different each time. Not for secrets.
pub(crate) fn up_to_a_second() -> Duration {
    Duration::from_nanos(any() % 1_000_000_000)
}

/// A number that is not zero, different each time. Not for secrets.
pub(crate) fn number() -> u32 {
    u32::try_from(any() >> 32).unwrap_or_default().max(1)
}

/// Every `RandomState` has keys of its own; a hash of nothing is as random as they are.
fn any() -> u64 {
    RandomState::new().hash_one(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jitter_differs_each_time_and_is_less_than_a_second() {
        let jitters = [(); 100].map(|()| up_to_a_second());
        assert!(jitters.iter().any(|jitter| *jitter != jitters[0]));
        let most = jitters.iter().max().unwrap();
        assert!(*most < Duration::from_secs(1), "{most:?}");
    }

    #[test]
    fn a_number_differs_each_time_and_is_not_zero() {
        let numbers = [(); 100].map(|()| number());
        assert!(numbers.iter().any(|number| *number != numbers[0]));
        assert!(!numbers.contains(&0));
    }
}
