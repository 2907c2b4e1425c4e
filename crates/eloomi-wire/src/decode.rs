//! From bytes to a value.

use crate::{
    DecodeError, DecodeErrorKind, expecting,
    known::{self, Known},
};
use serde::Deserialize;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment, Track};
use std::fmt::Write;

/// The byte order mark that some servers put in front, though RFC 8259 §8.1 forbids it.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads one JSON value, and nothing after it.
///
/// One byte order mark in front is dropped. UTF-8 is checked once for all of `bytes`, which
/// `serde_json` would otherwise do for each string.
/// Only after a failure the same bytes are read again with more care, to find the path to the
/// bad value.
///
/// ```
/// let ids: Vec<u64> = eloomi_wire::decode(b"[1, 2]")?;
/// assert_eq!(ids, [1, 2]);
///
/// let Err(error) = eloomi_wire::decode::<Vec<u64>>(b"[1, true]") else { return Ok(()) };
/// assert_eq!(error.path(), "[1]");
/// # Ok::<(), eloomi_wire::DecodeError>(())
/// ```
///
/// # Errors
///
/// [`DecodeError`], by kind: [`Encoding`](DecodeErrorKind::Encoding) when the bytes are not
/// UTF-8, [`Truncated`](DecodeErrorKind::Truncated) when they end within the value,
/// [`Syntax`](DecodeErrorKind::Syntax) when they are not JSON or go on after it, and
/// [`Value`](DecodeErrorKind::Value), [`Missing`](DecodeErrorKind::Missing) or
/// [`Duplicate`](DecodeErrorKind::Duplicate) when they do not fit `T`. It never quotes the input.
pub fn decode<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, DecodeError> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    serde_json::from_str(text).map_err(|error| explain::<T>(text, &error))
}

fn not_utf8(bytes: &[u8], valid: usize) -> DecodeError {
    let lines = bytes[..valid].split(|byte| *byte == b'\n');
    let (index, before) = lines.enumerate().last().unwrap_or_default();
    DecodeError {
        kind: DecodeErrorKind::Encoding,
        line: index + 1,
        column: before.len() + 1,
        path: String::new(),
        field: None,
        expected: None,
    }
}

/// Reads again what failed, this time watching the path, and says what may be said of it.
fn explain<'de, T: Deserialize<'de>>(text: &'de str, error: &serde_json::Error) -> DecodeError {
    let mut track = Track::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let ((), known) = known::listen(|| {
        // The first failure is the one to tell; this one only leaves its path in `track`.
        drop(T::deserialize(serde_path_to_error::Deserializer::new(
            &mut json, &mut track,
        )));
    });

    let message = error.to_string();
    let (kind, field) = kind_and_field(error.classify(), &message, &known);
    DecodeError {
        kind,
        line: error.line(),
        column: error.column(),
        path: show(&track.path(), &known),
        field,
        expected: expectation(&message),
    }
}

fn kind_and_field(
    category: Category,
    message: &str,
    known: &Known,
) -> (DecodeErrorKind, Option<&'static str>) {
    let named = |start: &str| {
        let (name, _) = message.strip_prefix(start)?.split_once('`')?;
        Some(known.spelling(name))
    };
    match category {
        Category::Eof => (DecodeErrorKind::Truncated, None),
        Category::Syntax | Category::Io => (DecodeErrorKind::Syntax, None),
        Category::Data => {
            if let Some(field) = named("missing field `") {
                (DecodeErrorKind::Missing, field)
            } else if let Some(field) = named("duplicate field `") {
                (DecodeErrorKind::Duplicate, field)
            } else {
                (DecodeErrorKind::Value, None)
            }
        }
    }
}

/// What the reader expected, if it is one of our own texts word for word.
///
/// serde's message is `invalid type: string "…", expected TEXT at line 1 column 2`. The value in
/// it may itself hold `, expected `, but the last one is the reader's.
fn expectation(message: &str) -> Option<&'static str> {
    let (_, after) = message.rsplit_once(", expected ")?;
    let (said, _) = after.rsplit_once(" at line ").unwrap_or((after, ""));
    expecting::ALL.iter().find(|text| **text == said).copied()
}

/// Writes `data[3].email`, with `…` for each key that no model has announced.
fn show(path: &Path, known: &Known) -> String {
    let mut shown = String::new();
    for segment in path {
        let name = match segment {
            Segment::Seq { index } => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "[{index}]");
                continue;
            }
            Segment::Map { key } => known.spelling(key),
            Segment::Enum { .. } | Segment::Unknown => None,
        };
        if !shown.is_empty() {
            shown.push('.');
        }
        shown.push_str(name.unwrap_or("…"));
    }
    shown
}
