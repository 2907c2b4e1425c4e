//! What is wrong with a text that should be an exchange.

use std::{borrow::Cow, error, fmt};

/// A text that is no exchange, or no part of one: the line, and what is wrong with it.
///
/// `Display` is one line of words that may be logged. It never quotes a body, a header's
/// value or a query; it may name a key or a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeError {
    line: usize,
    what: Cow<'static, str>,
}

impl ExchangeError {
    pub(crate) fn new(line: usize, what: impl Into<Cow<'static, str>>) -> Self {
        Self {
            line,
            what: what.into(),
        }
    }

    /// The same, in a text that has `lines` lines before this one.
    pub(crate) fn after(mut self, lines: usize) -> Self {
        self.line += lines;
        self
    }

    /// The line, from 1, in the text that was parsed.
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is wrong, without the line.
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl error::Error for ExchangeError {}
