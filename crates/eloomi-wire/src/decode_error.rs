//! What may be said of an answer that could not be read.

use std::{error, fmt};

/// An answer that could not be read: what was wrong and where, and not one word of the answer.
///
/// Answers hold people, and errors end up in logs. The text below is made of our own words, of
/// numbers, and of field names that a model lists; every other key of the path shows as `…`.
/// `Display` is one line.
///
/// ```
/// use eloomi_wire::{DecodeErrorKind, decode};
///
/// let Err(error) = decode::<Vec<eloomi_wire::Text>>(b"[\"Ada\", 1]") else { return };
/// assert_eq!(error.kind(), DecodeErrorKind::Value);
/// assert_eq!(error.to_string(), "unexpected value at [1], line 1 column 9: expected text");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    pub(crate) kind: DecodeErrorKind,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) path: String,
    pub(crate) field: Option<&'static str>,
    pub(crate) expected: Option<&'static str>,
}

/// What was wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The bytes are not UTF-8.
    Encoding,
    /// The bytes end within a value: most often a body cut short.
    Truncated,
    /// The bytes are not JSON, or go on after the value.
    Syntax,
    /// A value of the wrong type, or one out of range.
    Value,
    /// A required field did not come.
    Missing,
    /// A field that must be unique, such as an id, came twice.
    Duplicate,
}

impl DecodeError {
    /// What was wrong.
    pub const fn kind(&self) -> DecodeErrorKind {
        self.kind
    }

    /// Way to the value that was wrong, as `data[3].email`; empty for the whole answer.
    ///
    /// Keys that no model lists show as `…`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Line at which reading stopped, from 1; 0 when unknown.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Byte of the line at which reading stopped, from 1; 0 when unknown.
    pub const fn column(&self) -> usize {
        self.column
    }

    /// Field that was missing or came twice, if a model lists it.
    pub const fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// What was expected, in our own words, if it is known.
    pub const fn expected(&self) -> Option<&'static str> {
        self.expected
    }

    /// Tells whether the bytes ended within a value, so that asking again may help.
    pub const fn is_truncated(&self) -> bool {
        matches!(self.kind, DecodeErrorKind::Truncated)
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            DecodeErrorKind::Encoding => "invalid UTF-8",
            DecodeErrorKind::Truncated => "unexpected end of the JSON text",
            DecodeErrorKind::Syntax => "invalid JSON",
            DecodeErrorKind::Value => "unexpected value",
            DecodeErrorKind::Missing => "missing field",
            DecodeErrorKind::Duplicate => "duplicate field",
        })?;
        if let Some(field) = self.field {
            write!(f, " `{field}`")?;
        }
        if !self.path.is_empty() {
            write!(f, " at {}", self.path)?;
        }
        write!(f, ", line {} column {}", self.line, self.column)?;
        if let Some(expected) = self.expected {
            write!(f, ": expected {expected}")?;
        }
        Ok(())
    }
}

impl error::Error for DecodeError {}
