//! Chance that is the same on every platform and in every version.

use std::fmt::Write as _;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of numbers that follows from a seed and a stream number.
///
/// Only raw words of the generator are used: how a library turns them into ranges may change
/// with its version, and the people would change with it.
#[derive(Debug)]
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let mut generator = ChaCha8Rng::from_seed(bytes);
        generator.set_stream(stream);
        Self(generator)
    }

    /// A number below `end`, or zero if `end` is zero.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let wide = u64::from(self.0.next_u32()) * u64::from(end);
        u32::try_from(wide >> 32).unwrap_or_default()
    }

    /// A number from `first` to `last`.
    pub(crate) fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// One of these.
    pub(crate) fn pick<T: Copy, const N: usize>(&mut self, from: [T; N]) -> T {
        const { assert!(N > 0, "there must be something to pick from") };
        from[self.index(N)]
    }

    /// An index of a list this long, or zero if it is empty.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    /// This many bytes, written in hexadecimal.
    pub(crate) fn hex(&mut self, bytes: usize) -> String {
        let mut noise = vec![0; bytes];
        self.0.fill_bytes(&mut noise);
        noise.iter().fold(String::new(), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_rolls_the_same() {
        assert_eq!(Dice::new(7, 1).hex(16), Dice::new(7, 1).hex(16));
    }

    #[test]
    fn streams_differ() {
        assert_ne!(Dice::new(7, 1).hex(16), Dice::new(7, 2).hex(16));
    }

    #[test]
    fn numbers_stay_in_range() {
        let mut dice = Dice::new(1, 1);
        assert!((0..1000).all(|_| (3..=5).contains(&dice.between(3, 5))));
    }
}
