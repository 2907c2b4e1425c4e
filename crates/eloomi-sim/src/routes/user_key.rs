//! The three keys that a user can be asked for with.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;

use crate::people::{Person, Roster};

pub(super) const BY_ID: &str = "/v3/users/{id}";
pub(super) const BY_EMPLOYEE_ID: &str = "/v3/users-employee_id/{employee_id}";
pub(super) const BY_EMAIL: &str = "/v3/users-email/{email}";

/// The decoded key; one that is no UTF-8 is a key that nobody has.
pub(super) type Key = Result<Path<String>, PathRejection>;

/// Looks for the person with a key.
pub(super) type Search = for<'p> fn(&'p Roster, &str) -> Option<&'p Person>;

/// The person that is asked for.
pub(super) fn find(people: &Roster, key: Key, search: Search) -> Option<&Person> {
    let Path(key) = key.ok()?;
    search(people, &key)
}
