//! The body that writes a unit, and what it may not hold.

use eloomi_core::RequestError;
use eloomi_model::UnitChanges;
use eloomi_wire::Patch;

use crate::{
    body,
    contradiction::{Apart, contradiction},
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
    let is_nameless = match &changes.name {
        Patch::Keep => false,
        Patch::Clear => true,
        Patch::Set(name) => name.trim().is_empty(),
    };
    if is_nameless {
        let why = "is empty, and every unit has one: give it a text";
        return Err(RequestError::new("name", why));
    }
    contradiction(changes.set_fields(), APART)?;
    body::json(changes)
}
