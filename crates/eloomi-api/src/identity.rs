//! What tells one item of a list from another where no number does.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use eloomi_wire::RawJson;
use serde::Serialize;

/// An item that is a text, or has an id that is one.
pub(crate) fn of_text(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// An item that is all it says. One that cannot be written is equal to none.
pub(crate) fn of_all(item: &impl Serialize) -> Option<u64> {
    let json = RawJson::from_serialize(item).ok()?;
    Some(of_text(json.as_str()))
}
