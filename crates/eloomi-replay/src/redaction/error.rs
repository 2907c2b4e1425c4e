//! What is wrong with a file of rules.

use std::{error, fmt, io};

/// A file of redaction rules that cannot be used: the line, and what to do there.
///
/// It may quote the file, which holds rules and nobody's data.
#[derive(Debug)]
pub struct RedactionError {
    line: usize,
    what: String,
    source: Option<io::Error>,
}

impl RedactionError {
    pub(crate) fn new(line: usize, what: impl Into<String>) -> Self {
        Self {
            line,
            what: what.into(),
            source: None,
        }
    }

    pub(crate) fn unreadable(path: &std::path::Path, source: io::Error) -> Self {
        Self {
            line: 1,
            what: format!("{} cannot be read", path.display()),
            source: Some(source),
        }
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is wrong and what to do, without the line.
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for RedactionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl error::Error for RedactionError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        let source = self.source.as_ref()?;
        Some(source)
    }
}
