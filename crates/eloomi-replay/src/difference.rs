//! One place where what was recorded and what is live differ.

use std::fmt;

/// One place where a recorded request or response and a live one differ.
///
/// `Display` is one line: the place and both sides. Of secrets, and of live text in bodies
/// and headers, it tells that it differs and never what it says; a path, a query and the
/// names of members are shown as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    place: String,
    what: String,
}

impl Difference {
    pub(crate) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }

    /// Where: `method`, `path`, `query page`, `header accept`, `body $.data[0].id`,
    /// `status`.
    pub fn place(&self) -> &str {
        &self.place
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// A line each, under a headline.
pub(crate) fn list(f: &mut fmt::Formatter<'_>, all: &[Difference]) -> fmt::Result {
    all.iter().try_for_each(|one| write!(f, "\n  {one}"))
}
