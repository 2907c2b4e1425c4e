//! The three keys that a user can be asked for with.

use crate::eloomi::people::{Person, Roster};

pub(super) const BY_ID: &str = "/v3/users/{id}";
pub(super) const BY_EMPLOYEE_ID: &str = "/v3/users-employee_id/{employee_id}";
pub(super) const BY_EMAIL: &str = "/v3/users-email/{email}";

/// Looks for the person with a key.
pub(super) type Search = for<'p> fn(&'p Roster, &str) -> Option<&'p Person>;
