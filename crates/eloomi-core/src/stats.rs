//! What became of a session's requests.

use crate::LimitStats;

/// What became of a session's requests: numbers only, nothing of what was asked.
///
/// # Examples
///
/// ```
/// use eloomi_core::Session;
///
/// /// Whether somebody else spends the same budget, or the service counts in another way.
/// fn is_surprised(session: &Session) -> bool {
///     session.stats().limit.is_some_and(|limit| limit.refused > 0)
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// How the budget of the rate limit stands; `None` for a session without one.
    pub limit: Option<LimitStats>,
}
