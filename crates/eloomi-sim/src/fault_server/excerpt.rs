//! Bytes that went out, short enough for a journal.

use std::fmt;

/// How much of the escaped text is shown.
const SHOWN: usize = 100;

/// The beginning of some bytes, their count, and what tells them from others if that is not all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// `None` is without end.
    bytes: Option<u64>,
    shown: String,
    /// The hash, if more was there than is shown.
    cut: Option<u32>,
}

impl Excerpt {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self::repeated([b"", bytes, b""], Some(1))
    }

    /// Something before, something so many times or without end, and something after.
    pub(crate) fn repeated([before, unit, after]: [&[u8]; 3], times: Option<u64>) -> Self {
        let units = times.map(|times| times.saturating_mul(unit.len() as u64));
        let around = (before.len() + after.len()) as u64;
        let taken = units.map_or(usize::MAX, |units| {
            usize::try_from(units).unwrap_or(usize::MAX)
        });
        let units_one_by_one = unit.iter().cycle().take(taken);
        let mut all = before.iter().chain(units_one_by_one).chain(after);
        let mut shown = String::new();
        while shown.len() < SHOWN
            && let Some(byte) = all.next()
        {
            shown.extend(std::ascii::escape_default(*byte).map(char::from));
        }
        // The parts and how often say it all: hashing what is repeated would take long.
        let times = times.unwrap_or_default().to_le_bytes();
        let parts = before.iter().chain(unit).chain(&times).chain(after);
        let cut = all.next().is_some().then(|| fnv_1a(parts));
        Self {
            bytes: units.map(|units| units.saturating_add(around)),
            shown,
            cut,
        }
    }

    /// How many bytes there are; `None` is without end.
    pub(crate) fn bytes(&self) -> Option<u64> {
        self.bytes
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bytes {
            None => f.write_str("bytes without end")?,
            Some(1) => f.write_str("1 byte")?,
            Some(bytes) => write!(f, "{bytes} bytes")?,
        }
        match self.cut {
            None => write!(f, " \"{}\"", self.shown),
            Some(hash) => write!(f, " \"{}…\" #{hash:08x}", self.shown),
        }
    }
}

/// FNV-1a, 32 bits: short, and the same on every machine.
fn fnv_1a<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_bytes_stand_there_whole() {
        let excerpt = Excerpt::of(b"HTTP/1.1 200 OK\r\n\xff\"");
        assert_eq!(
            excerpt.to_string(),
            r#"19 bytes "HTTP/1.1 200 OK\r\n\xff\"""#
        );
    }

    #[test]
    fn long_bytes_that_begin_alike_have_different_hashes() {
        let begin = "x".repeat(200);
        let one = Excerpt::of(format!("{begin}1").as_bytes()).to_string();
        let other = Excerpt::of(format!("{begin}2").as_bytes()).to_string();
        assert_ne!(one, other);
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv_1a(b"foobar".iter()), 0xbf9c_f968);
    }

    #[test]
    fn repeated_bytes_are_counted_and_not_written_out() {
        let excerpt = Excerpt::repeated([b"", b"[", b""], Some(100_000));
        let expected = format!("100000 bytes \"{}…\" #", "[".repeat(100));
        assert!(excerpt.to_string().starts_with(&expected), "{excerpt}");
    }

    #[test]
    fn nothing_repeated_without_end_is_nothing() {
        // It must end, above all.
        assert_eq!(Excerpt::repeated([b"", b"", b""], None).shown, "");
    }

    #[test]
    fn what_stands_around_is_shown_and_counted() {
        let excerpt = Excerpt::repeated([b"<", b"ab", b">"], Some(2));
        assert_eq!(excerpt.to_string(), "6 bytes \"<abab>\"");
    }
}
