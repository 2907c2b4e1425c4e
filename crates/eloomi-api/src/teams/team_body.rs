//! The body that writes a team, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::TeamChanges;

use crate::{
    body,
    contradiction::{Apart, contradiction},
};

const APART: &[Apart] = &[(&["course_ids"], &["add_course_ids", "remove_course_ids"])];

/// The body, unless it both sets the courses and changes them one by one.
pub(crate) fn team_body(changes: &TeamChanges) -> Result<Vec<u8>, RequestError> {
    contradiction(changes.set_fields(), APART)?;
    body::json(changes)
}
