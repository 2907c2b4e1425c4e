//! The body that writes a team, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::TeamChanges;

use crate::{body, contradiction::contradiction};

/// The body, unless it both sets the courses and changes them one by one.
pub(crate) fn team_body(changes: &TeamChanges) -> Result<Vec<u8>, RequestError> {
    contradiction(
        &[("course_ids", !changes.course_ids.is_keep())],
        &[
            ("add_course_ids", !changes.add_course_ids.is_keep()),
            ("remove_course_ids", !changes.remove_course_ids.is_keep()),
        ],
    )?;
    body::json(changes)
}
