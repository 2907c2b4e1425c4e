//! What went wrong in a replay.

use std::{error, fmt};

use crate::{Difference, difference::list};

/// A request that no recorded exchange answers, and the nearest one.
///
/// `Display` shows the request's method, path and query, which replayed tests invent. It
/// shows no header's value that was sent, no secret, and no text of a body that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    pub(crate) request: String,
    pub(crate) nearest: Option<Nearest>,
}

/// An exchange that nearly answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Nearest {
    pub(crate) name: String,
    /// Empty if it answered as often as it may.
    pub(crate) differences: Vec<Difference>,
}

impl Miss {
    /// Method and target.
    pub fn request(&self) -> &str {
        &self.request
    }

    /// The name of the nearest exchange; none if there are no exchanges at all.
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_ref().map(|nearest| nearest.name.as_str())
    }

    /// Where the request differs from the nearest exchange; empty if that agrees and is used
    /// up.
    pub fn differences(&self) -> &[Difference] {
        self.nearest.as_ref().map_or(&[], |it| &it.differences)
    }
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no recorded exchange answers {}", self.request)?;
        let Some(Nearest { name, differences }) = &self.nearest else {
            return Ok(());
        };
        if differences.is_empty() {
            return write!(f, "; {name} does, and is used up");
        }
        write!(f, "; nearest recorded exchange: {name}, which differs in")?;
        list(f, differences)
    }
}

impl error::Error for Miss {}

/// A replay in which something was asked that nothing answers, or something recorded was
/// never asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    pub(crate) misses: Vec<Miss>,
    pub(crate) unused: Vec<String>,
}

impl Unfinished {
    /// The requests that nothing answered, in their order.
    pub fn misses(&self) -> &[Miss] {
        &self.misses
    }

    /// The names of the exchanges that never answered.
    pub fn unused(&self) -> &[String] {
        &self.unused
    }
}

impl fmt::Display for Unfinished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { misses, unused } = self;
        write!(
            f,
            "{} requests without an exchange, {} exchanges without a request",
            misses.len(),
            unused.len()
        )?;
        misses.iter().try_for_each(|miss| write!(f, "\n{miss}"))?;
        unused
            .iter()
            .try_for_each(|name| write!(f, "\nunused: {name}"))
    }
}

impl error::Error for Unfinished {}
