//! A request that is not sent.

use std::{borrow::Cow, error, fmt};

/// A request that cannot be sent as it is: which part, and why. Nothing left the machine.
///
/// Both halves are words of the library, never of the caller's data, so the whole may be
/// printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError {
    part: Cow<'static, str>,
    why: Cow<'static, str>,
}

impl RequestError {
    /// Names the part (a field, a path parameter) and says why it cannot be sent, so that
    /// "`part` `why`" is a sentence: `email` `is empty`.
    pub fn new(part: impl Into<Cow<'static, str>>, why: impl Into<Cow<'static, str>>) -> Self {
        Self {
            part: part.into(),
            why: why.into(),
        }
    }

    /// The part that is wrong.
    pub fn part(&self) -> &str {
        &self.part
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.part, self.why)
    }
}

impl error::Error for RequestError {}
