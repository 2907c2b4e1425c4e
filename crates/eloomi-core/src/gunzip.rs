//! gzip (RFC 1952), undone in small steps.

use std::io::{self, Write as _};

use bytes::{Buf as _, Bytes};
use flate2::write::GzDecoder;

/// How many bytes of plain text one byte of gzip may give. The format could give 1032, of blanks
/// without end; a list of people whose sixty properties are all null gives 221 (measured).
const RATIO: u64 = 700;

/// So many bytes may come from anything: the memory for them is nothing.
const FREE: u64 = 1024 * 1024;

/// What gzip begins with (RFC 1952 §2.3.1).
const MAGIC: u8 = 0x1f;

/// Takes the body as it arrives and gives it back decoded, at most 32 KiB at a time:
/// whoever counts the bytes can stop long before a bomb has gone off (260 KB may hold
/// 256 MiB). In a stream nobody counts them all, so the ratio is watched here (F47).
pub(crate) struct Gunzip {
    decoder: GzDecoder<Vec<u8>>,
    input: Bytes,
    /// The first byte of all, once it is here.
    first: Option<u8>,
    read: u64,
    written: u64,
}

/// Why there is nothing to decode, or no more.
#[derive(Debug)]
pub(crate) enum GunzipError {
    /// It never began as gzip does.
    NotGzip,
    /// It ends early, or its checksum is wrong.
    Damaged(io::Error),
    /// It gives more than so many bytes for each of its own.
    Bomb(u64),
}

impl Gunzip {
    pub(crate) fn new() -> Self {
        Self {
            decoder: GzDecoder::new(Vec::new()),
            input: Bytes::new(),
            first: None,
            read: 0,
            written: 0,
        }
    }

    /// More of the encoded body; asked for when [`next`](Self::next) had nothing left.
    pub(crate) fn push(&mut self, chunk: Bytes) {
        debug_assert!(self.input.is_empty());
        self.first = self.first.or(chunk.first().copied());
        self.input = chunk;
    }

    /// The next decoded piece of what was pushed.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, GunzipError> {
        while !self.input.is_empty() {
            let read = self.decoder.write(&self.input).map_err(|error| {
                if self.decoder.header().is_none() {
                    GunzipError::NotGzip
                } else {
                    GunzipError::Damaged(error)
                }
            })?;
            if read == 0 {
                // Past the trailer: whatever follows is not ours.
                self.input.clear();
            }
            self.input.advance(read);
            self.read += read as u64;
            if let Some(piece) = self.decoded() {
                self.written += piece.len() as u64;
                if is_bomb(self.written, self.read) {
                    return Err(GunzipError::Bomb(RATIO));
                }
                return Ok(Some(piece));
            }
        }
        Ok(None)
    }

    /// The last piece, once the body has ended.
    ///
    /// Fails if the trailer is missing or its checksum is wrong: a body that was cut short.
    /// No body at all is fine: a 204 may name an encoding all the same.
    pub(crate) fn finish(&mut self) -> Result<Option<Bytes>, GunzipError> {
        let Some(first) = self.first else {
            return Ok(None);
        };
        if first != MAGIC {
            return Err(GunzipError::NotGzip);
        }
        self.decoder.try_finish().map_err(GunzipError::Damaged)?;
        Ok(self.decoded())
    }

    fn decoded(&mut self) -> Option<Bytes> {
        let piece = std::mem::take(self.decoder.get_mut());
        (!piece.is_empty()).then(|| piece.into())
    }
}

/// Whether so much came out of so little that nobody can have meant it.
fn is_bomb(written: u64, read: u64) -> bool {
    written > FREE && written > read.saturating_mul(RATIO)
}

#[cfg(test)]
mod tests {
    use flate2::{Compression, write::GzEncoder};
    use proptest::prelude::*;

    use super::*;

    fn gzip(plain: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(plain).unwrap();
        encoder.finish().unwrap()
    }

    fn gunzip(encoded: &[u8], chunk: usize) -> Result<Vec<u8>, GunzipError> {
        let mut gunzip = Gunzip::new();
        let mut plain = Vec::new();
        for chunk in encoded.chunks(chunk) {
            gunzip.push(Bytes::copy_from_slice(chunk));
            while let Some(piece) = gunzip.next()? {
                plain.extend_from_slice(&piece);
            }
        }
        plain.extend_from_slice(&gunzip.finish()?.unwrap_or_default());
        Ok(plain)
    }

    proptest! {
        #[test]
        fn what_went_in_comes_out_however_it_is_cut(
            plain in prop::collection::vec(any::<u8>(), 0..9000),
            chunk in 1usize..3000,
        ) {
            prop_assert_eq!(gunzip(&gzip(&plain), chunk).unwrap(), plain);
        }
    }

    #[test]
    fn a_bomb_goes_off_in_small_steps_and_not_to_its_end() {
        let bomb = gzip(&vec![b' '; 8 << 20]);
        let mut gunzip = Gunzip::new();
        gunzip.push(bomb.into());
        let mut given = 0;
        let error = loop {
            match gunzip.next() {
                Ok(piece) => {
                    let piece = piece.unwrap();
                    assert!(piece.len() <= 64 << 10, "{}", piece.len());
                    given += piece.len();
                }
                Err(error) => break error,
            }
        };
        assert!(matches!(error, GunzipError::Bomb(_)), "{error:?}");
        assert!((1 << 20..2 << 20).contains(&given), "{given}");
    }

    #[test]
    fn a_bomb_is_over_both_bounds() {
        assert!(!is_bomb(FREE, 1));
        assert!(is_bomb(FREE + 1, 1));
        assert!(!is_bomb(RATIO * FREE, FREE));
        assert!(is_bomb(RATIO * FREE + 1, FREE));
    }

    #[test]
    fn a_long_list_of_people_without_properties_is_no_bomb() {
        use std::fmt::Write as _;

        let nulls = r#","a_long_name_of_a_property":null"#.repeat(60);
        let mut list = String::new();
        for id in 0..2000 {
            write!(list, r#"{{"id":{id}{nulls}}},"#).unwrap();
        }
        assert_eq!(
            gunzip(&gzip(list.as_bytes()), 1 << 14).unwrap(),
            list.as_bytes()
        );
    }

    #[test]
    fn a_body_cut_short_is_damaged() {
        let whole = gzip(&b"[1,2,3]".repeat(1000));
        for cut in [1, 4, 8, 12, whole.len() - 5] {
            let error = gunzip(&whole[..whole.len() - cut], 64).unwrap_err();
            assert!(matches!(error, GunzipError::Damaged(_)), "{cut}: {error:?}");
        }
    }

    #[test]
    fn no_body_is_no_damage() {
        assert_eq!(gunzip(b"", 64).unwrap(), b"");
    }

    #[test]
    fn what_follows_the_trailer_is_dropped() {
        let mut body = gzip(b"{}");
        body.extend_from_slice(b"<!-- x -->");
        assert_eq!(gunzip(&body, 1 << 20).unwrap(), b"{}");
    }

    #[test]
    fn plain_text_is_no_gzip() {
        for (plain, chunk) in [
            ("{\"status\":\"OK\"}", 1),
            ("{\"status\":\"OK\"}", 64),
            ("{}", 64),
        ] {
            let error = gunzip(plain.as_bytes(), chunk).unwrap_err();
            assert!(matches!(error, GunzipError::NotGzip), "{error:?}");
        }
    }
}
