//! What went wrong in a replay.

use std::{error, fmt};

use http::Method;

use crate::{Difference, difference::list};

/// A request that no recorded exchange answers, and the nearest one.
///
/// `Display` shows the request's method, path and query, which replayed tests invent. It
/// shows no header's value that was sent, no secret, and no text of a body that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    pub(crate) method: Method,
    pub(crate) request: String,
    pub(crate) nearest: Option<Box<Nearest>>,
    pub(crate) due: Due<String>,
}

/// Whose turn it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due<E> {
    /// The order does not matter.
    Any,
    /// All have answered.
    Nothing,
    Exchange(E),
}

impl<E> Due<E> {
    pub(crate) fn map<F>(self, name: impl FnOnce(E) -> F) -> Due<F> {
        match self {
            Self::Any => Due::Any,
            Self::Nothing => Due::Nothing,
            Self::Exchange(exchange) => Due::Exchange(name(exchange)),
        }
    }
}

/// An exchange that nearly answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Nearest {
    pub(crate) name: String,
    pub(crate) operation: String,
    /// Empty if it answered as often as it may, or it was not its turn.
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

    /// The name of the exchange that was due, in a scenario whose order matters; none in
    /// others, and none once all have answered.
    pub fn due(&self) -> Option<&str> {
        match &self.due {
            Due::Exchange(name) => Some(name),
            Due::Any | Due::Nothing => None,
        }
    }

    /// Where the request differs from the nearest exchange; empty if that agrees and is used
    /// up, or was not due.
    pub fn differences(&self) -> &[Difference] {
        self.nearest.as_ref().map_or(&[], |it| &it.differences)
    }
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { request, due, .. } = self;
        let due = match due {
            Due::Any => None,
            Due::Nothing => Some("nothing was due any more".to_owned()),
            Due::Exchange(name) => Some(format!("{name} was due")),
        };
        let nearest = self.nearest.as_deref();
        let is_recorded = nearest.is_some_and(|nearest| nearest.differences.is_empty());
        if let (true, Some(due)) = (is_recorded, &due) {
            write!(f, "{request} came out of order: {due}")?;
        } else {
            write!(f, "no recorded exchange answers {request}")?;
        }
        let Some(Nearest {
            name, differences, ..
        }) = nearest
        else {
            return Ok(());
        };
        match due {
            Some(_) if is_recorded => write!(f, ", and {name} answers it"),
            None if is_recorded => write!(f, "; {name} does, and is used up"),
            due => {
                let due = due.map(|due| format!("; {due}")).unwrap_or_default();
                write!(
                    f,
                    "{due}; nearest recorded exchange: {name}, which differs in"
                )?;
                list(f, differences)
            }
        }
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
