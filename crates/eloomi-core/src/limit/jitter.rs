//! A little chance, so that clients that were stopped together do not start together.

use std::{
    hash::{BuildHasher as _, RandomState},
    time::Duration,
};

/// Up to a second, different each time. Not for secrets.
pub(crate) fn up_to_a_second() -> Duration {
    // Every `RandomState` has keys of its own; a hash of nothing is as random as they are.
    let number = RandomState::new().hash_one(());
    Duration::from_nanos(number % 1_000_000_000)
}
