//! The key of a team.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;

use crate::company::{Company, Team};

pub(super) const PATH: &str = "/v3/teams/{id}";

/// The decoded key; one that is no UTF-8 is a key that no team has.
pub(super) type Key = Result<Path<String>, PathRejection>;

/// The team that is asked for.
pub(super) fn find(company: &Company, key: Key) -> Option<&Team> {
    let Path(key) = key.ok()?;
    company.teams.by_key(&key)
}
