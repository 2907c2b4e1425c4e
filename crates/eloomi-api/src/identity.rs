//! What tells one item of a list from another where no number does.

use eloomi_core::identity_of_text;
use eloomi_wire::RawJson;
use serde::Serialize;

/// An item that is all it says. One that cannot be written is equal to none.
pub(crate) fn of_all(item: &impl Serialize) -> Option<u64> {
    let json = RawJson::from_serialize(item).ok()?;
    Some(identity_of_text(json.as_str()))
}
