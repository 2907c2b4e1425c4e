//! Whom a budget is shared with.

use super::shared::Unshared;

/// Whom a session shares its budget with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sharing {
    /// With its clones and views alone: the default.
    #[default]
    Own,
    /// With all processes that use the same [file](crate::SharedBudget), as far as was seen: it is
    /// opened with the first request.
    File,
    /// The file cannot be used, so the session keeps to its part of the budget until it ends.
    Fallback(Unshared),
}
