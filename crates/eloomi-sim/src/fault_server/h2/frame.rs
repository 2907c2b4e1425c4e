//! Frames of HTTP/2: RFC 9113, section 4.1, and header blocks: RFC 7541.

use bytes::{Bytes, BytesMut};

pub(super) const END_STREAM: u8 = 0x1;
pub(super) const ACK: u8 = 0x1;
pub(super) const END_HEADERS: u8 = 0x4;
const PADDED: u8 = 0x8;

/// The most that a frame holds before another size is agreed.
pub(super) const LARGEST: usize = 16_384;

/// Length, kind, flags and stream.
const HEAD: usize = 9;

/// The kinds of frames that matter here: RFC 9113, section 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind(u8);

impl Kind {
    pub(super) const DATA: Self = Self(0x0);
    pub(super) const HEADERS: Self = Self(0x1);
    pub(super) const RST_STREAM: Self = Self(0x3);
    pub(super) const SETTINGS: Self = Self(0x4);
    pub(super) const PING: Self = Self(0x6);
    pub(super) const GOAWAY: Self = Self(0x7);
}

#[derive(Debug)]
pub(super) struct Frame {
    pub(super) kind: Kind,
    pub(super) flags: u8,
    pub(super) stream: u32,
    pub(super) payload: Bytes,
}

impl Frame {
    /// How many bytes of a body are in it, without padding.
    pub(super) fn data(&self) -> u64 {
        let padding = match self.payload.first() {
            Some(padding) if self.flags & PADDED != 0 => u64::from(*padding) + 1,
            _ => 0,
        };
        (self.payload.len() as u64).saturating_sub(padding)
    }
}

/// Takes a frame off the buffer, once it is there whole.
pub(super) fn take(heard: &mut BytesMut) -> Option<Frame> {
    let [high, middle, low, kind, flags, stream @ ..] = *heard.first_chunk::<HEAD>()?;
    let length = u32::from_be_bytes([0, high, middle, low]);
    let length = usize::try_from(length).ok()?;
    if heard.len() < HEAD + length {
        return None;
    }
    let mut bytes = heard.split_to(HEAD + length).freeze();
    Some(Frame {
        kind: Kind(kind),
        flags,
        // The first bit is reserved.
        stream: u32::from_be_bytes(stream) & 0x7fff_ffff,
        payload: bytes.split_off(HEAD),
    })
}

/// A frame as bytes.
pub(super) fn bytes(kind: Kind, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    // Nothing here is longer than `LARGEST`.
    let length = u32::try_from(payload.len()).unwrap_or_default();
    let mut bytes = length.to_be_bytes()[1..].to_vec();
    bytes.extend([kind.0, flags]);
    bytes.extend(stream.to_be_bytes());
    bytes.extend(payload);
    bytes
}

/// The headers of an answer with JSON of this length.
///
/// Literals without indexing, names from the static table (RFC 7541, 6.2.2 and appendix A), no
/// Huffman code.
pub(super) fn header_block(status: u16, length: usize) -> Vec<u8> {
    let mut block = Vec::new();
    // 8 is `:status`; it fits into the four bits of the first byte.
    literal(&mut block, &[0x08], &status.to_string());
    if length > 0 {
        // 31 is `content-type`, 28 is `content-length`: 15 in the first byte, the rest behind.
        literal(&mut block, &[0x0f, 31 - 15], "application/json");
        literal(&mut block, &[0x0f, 28 - 15], &length.to_string());
    }
    block
}

fn literal(block: &mut Vec<u8>, name: &[u8], value: &str) {
    block.extend(name);
    // All values here are shorter than the 127 bytes that one byte of length can tell.
    block.push(u8::try_from(value.len()).unwrap_or_default());
    block.extend(value.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_read_as_it_was_written() {
        let mut heard = BytesMut::from(bytes(Kind::PING, ACK, 0, b"12345678").as_slice());
        let frame = take(&mut heard).unwrap();
        assert_eq!(
            (frame.kind, frame.flags, &frame.payload[..]),
            (Kind::PING, ACK, &b"12345678"[..])
        );
    }

    #[test]
    fn half_a_frame_is_left_where_it_is() {
        let whole = bytes(Kind::DATA, 0, 1, b"abc");
        let mut heard = BytesMut::from(&whole[..11]);
        assert!(take(&mut heard).is_none() && heard.len() == 11);
    }

    #[test]
    fn padding_is_no_part_of_a_body() {
        let mut heard = BytesMut::from(bytes(Kind::DATA, PADDED, 1, b"\x02abc\x00\x00").as_slice());
        assert_eq!(take(&mut heard).unwrap().data(), 3);
    }
}
