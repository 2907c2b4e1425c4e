//! gzip (RFC 1952), undone in small steps.

use std::io::{self, Write as _};

use bytes::{Buf as _, Bytes};
use flate2::write::GzDecoder;

/// Takes the body as it arrives and gives it back decoded, at most 32 KiB at a time:
/// whoever counts the bytes can stop long before a bomb has gone off (260 KB may hold
/// 256 MiB).
pub(crate) struct Gunzip {
    decoder: GzDecoder<Vec<u8>>,
    input: Bytes,
    began: bool,
}

impl Gunzip {
    pub(crate) fn new() -> Self {
        Self {
            decoder: GzDecoder::new(Vec::new()),
            input: Bytes::new(),
            began: false,
        }
    }

    /// More of the encoded body; asked for when [`next`](Self::next) had nothing left.
    pub(crate) fn push(&mut self, chunk: Bytes) {
        debug_assert!(self.input.is_empty());
        self.began |= !chunk.is_empty();
        self.input = chunk;
    }

    /// The next decoded piece of what was pushed.
    pub(crate) fn next(&mut self) -> io::Result<Option<Bytes>> {
        while !self.input.is_empty() {
            let read = self.decoder.write(&self.input)?;
            if read == 0 {
                // Past the trailer: whatever follows is not ours (fault F49).
                self.input.clear();
            }
            self.input.advance(read);
            if let Some(piece) = self.decoded() {
                return Ok(Some(piece));
            }
        }
        Ok(None)
    }

    /// The last piece, once the body has ended.
    ///
    /// Fails if the trailer is missing or its checksum is wrong: a body that was cut short.
    /// No body at all is nobody's gzip: a 204 whose headers name an encoding all the same.
    pub(crate) fn finish(&mut self) -> io::Result<Option<Bytes>> {
        if !self.began {
            return Ok(None);
        }
        self.decoder.try_finish()?;
        Ok(self.decoded())
    }

    fn decoded(&mut self) -> Option<Bytes> {
        let piece = std::mem::take(self.decoder.get_mut());
        (!piece.is_empty()).then(|| piece.into())
    }
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

    fn gunzip(encoded: &[u8], chunk: usize) -> io::Result<Vec<u8>> {
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
    fn a_bomb_goes_off_in_small_steps() {
        let bomb = gzip(&vec![b' '; 8 << 20]);
        let mut gunzip = Gunzip::new();
        gunzip.push(bomb.into());
        while let Some(piece) = gunzip.next().unwrap() {
            assert!(piece.len() <= 64 << 10, "{}", piece.len());
        }
    }

    #[test]
    fn a_body_cut_short_is_noticed() {
        let whole = gzip(&b"[1,2,3]".repeat(1000));
        for cut in [1, 4, 8, 12] {
            assert!(gunzip(&whole[..whole.len() - cut], 64).is_err(), "{cut}");
        }
    }

    #[test]
    fn what_follows_the_trailer_is_dropped() {
        let mut body = gzip(b"{}");
        body.extend_from_slice(b"<!-- x -->");
        assert_eq!(gunzip(&body, 1 << 20).unwrap(), b"{}");
    }

    #[test]
    fn plain_text_is_no_gzip() {
        assert!(gunzip(b"{\"status\":\"OK\"}", 64).is_err());
    }
}
