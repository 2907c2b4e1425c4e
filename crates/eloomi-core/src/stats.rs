//! What became of a session's requests.

use crate::LimitStats;

/// What became of a session's requests: numbers only, nothing of what was asked.
///
/// A page of a stream is a call of its own, and so is a token request.
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
///
/// /// Whether the service is so unwell that calls are hardly repeated any more.
/// fn is_worn_out(session: &Session) -> bool {
///     session.stats().retry_quota < 10
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// How the budget of the rate limit stands; `None` for a session without one.
    pub limit: Option<LimitStats>,
    /// Calls that began.
    pub calls: u64,
    /// Requests that were handed to the transport: first attempts, repetitions, renewals.
    pub attempts: u64,
    /// Repetitions after a failure.
    pub retries: u64,
    /// Tokens left for repetitions; see
    /// [`retry_quota`](crate::SessionBuilder::retry_quota).
    pub retry_quota: u32,
    /// Requests that were sent again with a new credential, after a 401.
    pub renewals: u64,
    /// Calls that ended with an error.
    pub failed: u64,
    /// Those among them that got no answer in time.
    pub timeouts: u64,
    /// Those among them that may have been carried out all the same.
    pub ambiguous: u64,
}
