//! Fields of a body that cannot go together.

use eloomi_core::RequestError;
use eloomi_wire::Field;

/// Fields, and those that none of them may go with, by name.
pub(crate) type Apart = (&'static [&'static str], &'static [&'static str]);

/// Refuses a body two of whose fields contradict each other, naming the first of either side.
/// Refused here, because the service documents some pairs as forbidden and of the others nobody
/// knows which field would win.
pub(crate) fn contradiction(
    set: impl Iterator<Item = &'static Field>,
    apart: &[Apart],
) -> Result<(), RequestError> {
    let set: Vec<&str> = set.map(Field::name).collect();
    let first = |names: &[&'static str]| names.iter().copied().find(|name| set.contains(name));
    for (these, those) in apart {
        if let (Some(one), Some(other)) = (first(these), first(those)) {
            let why = format!("cannot go together with `{other}`: send one of them");
            return Err(RequestError::new(one, why));
        }
    }
    Ok(())
}
