//! What a text says when it is decoded.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use super::words::runs;
use crate::{base64, percent};

/// How often something is decoded that was decoded.
const DEPTH: usize = 4;

/// The shortest base64 that can hold an address.
const BASE64: usize = 12;

/// The most that is looked at of something compressed.
const INFLATED: u64 = 4 * 1024 * 1024;

/// Every line with its number, and everything it says when decoded, with the number of the line
/// where that begins and `true`.
pub(super) fn pieces(text: &str) -> Vec<(usize, String, bool)> {
    let mut out = Vec::new();
    let mut block = String::new();
    let mut block_at = 0;
    for (index, line) in text.lines().enumerate() {
        // Lines that are base64 as a whole are one value.
        if line.len() >= 4 && line.bytes().all(is_base64) && line.len() % 4 == 0 {
            if block.is_empty() {
                block_at = index + 1;
            }
            block.push_str(line);
            out.push((index + 1, line.to_owned(), false));
            if line.len() == 76 {
                continue;
            }
        } else {
            out.push((index + 1, line.to_owned(), false));
            decode(line, index + 1, DEPTH, &mut out);
        }
        flush(&mut block, block_at, &mut out);
    }
    flush(&mut block, block_at, &mut out);
    out
}

fn flush(block: &mut String, at: usize, out: &mut Vec<(usize, String, bool)>) {
    if !block.is_empty() {
        decode(block, at, DEPTH, out);
        block.clear();
    }
}

fn decode(text: &str, line: usize, depth: usize, out: &mut Vec<(usize, String, bool)>) {
    if depth == 0 {
        return;
    }
    let mut found = Vec::new();
    if text.contains('\\') {
        found.push(unescaped(text));
    }
    if text.contains('%') {
        found.push(percent::decoded(text));
    }
    for (_, run) in runs(text, |c| c.is_ascii_alphanumeric() || "+/-_".contains(c)) {
        if run.len() >= BASE64 {
            found.extend(of_base64(run));
        }
    }
    for (_, run) in runs(text, |c| c.is_ascii_hexdigit()) {
        if run.len() >= BASE64 && run.len() % 2 == 0 {
            let bytes = percent_of_hex(run);
            found.extend(of_bytes(&bytes));
        }
    }
    found.retain(|it| it != text);
    for piece in found {
        decode(&piece, line, depth - 1, out);
        out.push((line, piece, true));
    }
}

/// Escapes of JSON undone, wherever they stand; half a pair of surrogates is U+FFFD.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut units = Vec::new();
    let mut rest = text;
    let flush = |units: &mut Vec<u16>, out: &mut String| {
        out.push_str(&String::from_utf16_lossy(units));
        units.clear();
    };
    while let Some((before, escape)) = rest.split_once('\\') {
        if !before.is_empty() {
            flush(&mut units, &mut out);
            out.push_str(before);
        }
        let digits = escape.strip_prefix('u').and_then(|it| it.get(..4));
        if let Some(unit) = digits.and_then(|it| u16::from_str_radix(it, 16).ok()) {
            units.push(unit);
            rest = &escape[5..];
            continue;
        }
        flush(&mut units, &mut out);
        let mut chars = escape.chars();
        match chars.next() {
            Some('n' | 'r') => out.push('\n'),
            Some('t' | 'b' | 'f') => out.push(' '),
            Some(c) => out.push(c),
            None => {}
        }
        rest = chars.as_str();
    }
    flush(&mut units, &mut out);
    out + rest
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)
}

/// What a run of base64 holds, padding or not, of either alphabet.
pub(super) fn of_base64(run: &str) -> Option<String> {
    let mut standard = run.replace('-', "+").replace('_', "/");
    if standard.len() % 4 == 1 {
        standard.pop();
    }
    while !standard.len().is_multiple_of(4) {
        standard.push('=');
    }
    of_bytes(&base64::decode(&standard).ok()?)
}

fn percent_of_hex(run: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or(0);
    let pairs = run.as_bytes().chunks_exact(2);
    pairs
        .filter_map(|pair| u8::try_from(digit(pair[0]) << 4 | digit(pair[1])).ok())
        .collect()
}

/// Bytes as the text that they are: of gzip as far as it goes, of UTF-16 or of UTF-8.
fn of_bytes(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut out = Vec::new();
        // What is cut short says something up to there.
        let _end = MultiGzDecoder::new(bytes)
            .take(INFLATED)
            .read_to_end(&mut out);
        return Some(String::from_utf8_lossy(&out).into_owned());
    }
    if let Some(text) = of_utf_16(bytes) {
        return Some(text);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let odd = |c: char| c.is_control() && !c.is_whitespace();
    (!text.is_empty() && !text.contains(odd)).then(|| text.to_owned())
}

fn of_utf_16(bytes: &[u8]) -> Option<String> {
    let zeros = |odd: usize| {
        bytes
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|it| **it == 0)
            .count()
    };
    let half = bytes.len() / 2;
    let mostly = |zeros: usize| half > 2 && zeros * 4 > half * 3;
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ if mostly(zeros(1)) => u16::from_le_bytes,
        _ if mostly(zeros(0)) => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    Some(String::from_utf16_lossy(&units.collect::<Vec<_>>()))
}
