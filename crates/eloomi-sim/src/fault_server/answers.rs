//! The bytes of answers that a script need not spell out.

use std::fmt::Write;
use std::io::Write as _;

use flate2::write::GzEncoder;
use flate2::{Compression, Crc, FlushCompress};
use http::StatusCode;

use super::step::{Answer, GzipParts};

/// `RANDOM_DATA_THEN_CLOSE`: the same noise each time, so that the journal is the same.
pub(crate) const NOISE: &[u8] = b"lskdu018973t09sylgasjkfg1][]'./.sdlv\x00\xff\xfe\x80\x01\r\n\r\n";

/// `MALFORMED_RESPONSE_CHUNK`: a good head, then garbage where the size of a chunk belongs.
pub(crate) const MALFORMED_CHUNK: &[u8] =
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nlskdu018973t09sylgasjkfg1][]'./.sdlv";

/// A 200 with this JSON.
pub(crate) fn json(text: &str) -> Vec<u8> {
    whole(200, &["content-type: application/json"], text.as_bytes())
}

/// An answer whose length is right.
pub(crate) fn answer(answer: &Answer) -> Vec<u8> {
    let headers: Vec<&str> = answer.headers.iter().map(String::as_str).collect();
    whole(answer.status, &headers, answer.body.as_bytes())
}

fn whole(status: u16, headers: &[&str], body: &[u8]) -> Vec<u8> {
    let mut head = head(status, headers);
    // RFC 9110, section 8.6: neither 1xx nor 204 has a length.
    if status >= 200 && status != 204 {
        head.push_str(&format_length(body.len()));
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

fn head(status: u16, headers: &[&str]) -> String {
    let reason = StatusCode::from_u16(status).ok();
    let reason = reason.and_then(|status| status.canonical_reason());
    let mut head = format!("HTTP/1.1 {status} {}\r\n", reason.unwrap_or_default());
    for header in headers {
        // Writing to a string cannot fail.
        let _ = write!(head, "{header}\r\n");
    }
    head
}

fn format_length(length: usize) -> String {
    format!("content-length: {length}\r\n")
}

/// An answer whose body is, or claims to be, compressed. The length is that of what is sent.
pub(crate) fn gzip(parts: &GzipParts) -> Vec<u8> {
    let mut body = parts.plain.clone().into_bytes();
    for time in 0..parts.times {
        let spaces = if time == 0 { parts.spaces } else { 0 };
        body = compress(&body, spaces);
    }
    body.truncate(body.len().saturating_sub(parts.cut));
    body.extend_from_slice(parts.trailing.as_bytes());
    let encoding = format!("content-encoding: {}", parts.encoding);
    whole(200, &["content-type: application/json", &encoding], &body)
}

/// Without spaces nothing is really compressed: stored blocks are the same bytes with every
/// version of the library, and a decoder reads them like any other.
fn compress(plain: &[u8], spaces: usize) -> Vec<u8> {
    if spaces > 0 {
        return bomb(plain, spaces);
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(plain);
    encoder.finish().unwrap_or_default()
}

/// One MiB of spaces is compressed once and repeated, because a debug build would take seconds
/// for hundreds of them. A full flush ends on a byte and forgets what was before (RFC 1951).
fn bomb(plain: &[u8], mebibytes: usize) -> Vec<u8> {
    let spaces = vec![b' '; 1 << 20];
    let mut deflated = Vec::new();
    flushed(plain, &mut deflated);
    let mut mebibyte = Vec::new();
    flushed(&spaces, &mut mebibyte);
    let (mut sum, mut one) = (Crc::new(), Crc::new());
    sum.update(plain);
    one.update(&spaces);
    for _ in 0..mebibytes {
        deflated.extend_from_slice(&mebibyte);
        sum.combine(&one);
    }
    // RFC 1952: the head of ten bytes, the data and its empty last block, the sum, the length.
    let mut bytes = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    bytes.extend_from_slice(&deflated);
    bytes.extend_from_slice(&[0x03, 0x00]);
    bytes.extend_from_slice(&sum.sum().to_le_bytes());
    bytes.extend_from_slice(&sum.amount().to_le_bytes());
    bytes
}

/// Deflates up to a full flush.
fn flushed(plain: &[u8], into: &mut Vec<u8>) {
    let mut compress = flate2::Compress::new(Compression::best(), false);
    into.reserve(plain.len() / 100 + 1024);
    let mut read = 0;
    loop {
        let before = compress.total_in();
        let done = compress.compress_vec(&plain[read..], into, FlushCompress::Full);
        read += usize::try_from(compress.total_in() - before).unwrap_or_default();
        // There is room left once the flush is out.
        if done.is_err() || (read == plain.len() && into.len() < into.capacity()) {
            return;
        }
        into.reserve(1024);
    }
}
