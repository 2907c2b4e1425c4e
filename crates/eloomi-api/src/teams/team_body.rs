//! The body that writes a team, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::TeamChanges;

use crate::{
    body,
    contradiction::{Apart, contradiction, not_both_ways},
    name,
};

const APART: &[Apart] = &[(&["course_ids"], &["add_course_ids", "remove_course_ids"])];

/// The body, unless two of its fields contradict each other, or the team would lose its name.
pub(crate) fn team_body(changes: &TeamChanges) -> Result<Vec<u8>, RequestError> {
    name::is_kept(&changes.name)?;
    contradiction(changes.set_fields(), APART)?;
    not_both_ways! { changes: add_course_ids / remove_course_ids, }
    body::json(changes)
}
