//! Fields of a body that cannot go together.

use eloomi_core::RequestError;
use eloomi_wire::{Field, RawJson};
use serde::Serialize;

/// Fields, and those that none of them may go with, by name.
pub(crate) type Apart = (&'static [&'static str], &'static [&'static str]);

/// The body that writes these changes, unless two fields that are set contradict each other.
/// Refused here, because the service documents some pairs as forbidden and of the others nobody
/// knows which field would win.
pub(crate) fn body(
    changes: &impl Serialize,
    set: impl Iterator<Item = &'static Field>,
    apart: &[Apart],
) -> Result<Vec<u8>, RequestError> {
    let set: Vec<&str> = set.map(Field::name).collect();
    let first = |names: &[&'static str]| names.iter().copied().find(|name| set.contains(name));
    for (these, those) in apart {
        if let (Some(one), Some(other)) = (first(these), first(those)) {
            let why = format!("cannot go together with `{other}`: send one of them");
            return Err(RequestError::new(one, why));
        }
    }
    RawJson::from_serialize(changes)
        .map(|json| json.as_str().into())
        .map_err(|_| RequestError::new("body", "cannot be written as JSON"))
}
