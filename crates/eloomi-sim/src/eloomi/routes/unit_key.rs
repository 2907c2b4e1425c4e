//! The two keys that a unit can be asked for with.

use crate::eloomi::company::{Company, Unit};

pub(super) const BY_ID: &str = "/v3/units/{id}";
pub(super) const BY_CODE: &str = "/v3/units-code/{code}";

/// Looks for the unit with a key.
pub(super) type Search = for<'c> fn(&'c Company, &str) -> Option<&'c Unit>;
