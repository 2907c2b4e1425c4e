//! The body that writes a unit, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::UnitChanges;

use crate::{
    body,
    contradiction::{Apart, contradiction, not_both_ways},
    name,
};

const APART: &[Apart] = &[
    (&["parent_id"], &["parent_code"]),
    (
        &["user_ids", "user_emails"],
        &["add_user_ids", "remove_user_ids"],
    ),
];

/// The body, unless two of its fields contradict each other, or the unit would lose its name.
pub(crate) fn unit_body(changes: &UnitChanges) -> Result<Vec<u8>, RequestError> {
    name::is_kept(&changes.name)?;
    contradiction(changes.set_fields(), APART)?;
    not_both_ways! { changes:
        add_user_ids / remove_user_ids,
        add_course_ids / remove_course_ids,
        add_department_learning_manager_ids / remove_department_learning_manager_ids,
        add_department_learning_manager_emails / remove_department_learning_manager_emails,
        add_department_learning_manager_employee_ids / remove_department_learning_manager_employee_ids,
        add_department_organizational_manager_ids / remove_department_organizational_manager_ids,
        add_department_organizational_manager_emails / remove_department_organizational_manager_emails,
        add_department_organizational_manager_employee_ids / remove_department_organizational_manager_employee_ids,
        add_department_performance_manager_ids / remove_department_performance_manager_ids,
        add_department_performance_manager_emails / remove_department_performance_manager_emails,
        add_department_performance_manager_employee_ids / remove_department_performance_manager_employee_ids,
    }
    body::json(changes)
}
