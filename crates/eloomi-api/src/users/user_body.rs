//! The body that writes a person, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::UserChanges;

use crate::{body, contradiction::contradiction};

/// The body, unless two of its fields contradict each other. That units must not be given both
/// ways is documented.
pub(crate) fn user_body(changes: &UserChanges) -> Result<Vec<u8>, RequestError> {
    contradiction(
        &[("department_id", !changes.department_id.is_keep())],
        &[("department_code", !changes.department_code.is_keep())],
    )?;
    contradiction(
        &[
            ("direct_manager_ids", !changes.direct_manager_ids.is_keep()),
            (
                "direct_manager_employee_ids",
                !changes.direct_manager_employee_ids.is_keep(),
            ),
        ],
        &[
            (
                "add_direct_manager_ids",
                !changes.add_direct_manager_ids.is_keep(),
            ),
            (
                "add_direct_manager_employee_ids",
                !changes.add_direct_manager_employee_ids.is_keep(),
            ),
        ],
    )?;
    body::json(changes)
}
