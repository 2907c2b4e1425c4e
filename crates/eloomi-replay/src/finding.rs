//! What a lint has to say.

use std::{borrow::Cow, fmt};

use crate::ExchangeError;

/// One breach of the rules of writing: the line, and what is wrong there.
///
/// `Display` is one line; like [`ExchangeError`] it quotes no body, header or query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    line: usize,
    what: Cow<'static, str>,
}

impl Finding {
    pub(crate) fn new(line: usize, what: impl Into<Cow<'static, str>>) -> Self {
        Self {
            line,
            what: what.into(),
        }
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is wrong, without the line.
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl From<ExchangeError> for Finding {
    fn from(error: ExchangeError) -> Self {
        Self::new(error.line(), error.what().to_owned())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}
