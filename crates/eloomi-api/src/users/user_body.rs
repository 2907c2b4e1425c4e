//! The body that writes a person, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::UserChanges;

use crate::{
    body,
    contradiction::{Apart, contradiction},
};

/// The first pair is documented as forbidden.
const APART: &[Apart] = &[
    (&["department_id"], &["department_code"]),
    (
        &["direct_manager_ids", "direct_manager_employee_ids"],
        &["add_direct_manager_ids", "add_direct_manager_employee_ids"],
    ),
];

/// The body, unless two of its fields contradict each other.
pub(crate) fn user_body(changes: &UserChanges) -> Result<Vec<u8>, RequestError> {
    contradiction(changes.set_fields(), APART)?;
    body::json(changes)
}
