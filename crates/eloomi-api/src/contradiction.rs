//! Fields of a body that cannot go together.

use std::{collections::HashSet, hash::Hash};

use eloomi_core::RequestError;
use eloomi_wire::{Field, Patch};

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

/// Refuses to add what is taken away in the same body, naming both fields and not whom.
pub(crate) fn both_ways<T: Eq + Hash>(
    (add, added): (&'static str, &Patch<Vec<T>>),
    (remove, removed): (&'static str, &Patch<Vec<T>>),
) -> Result<(), RequestError> {
    let added: HashSet<&T> = added.value().into_iter().flatten().collect();
    let mut removed = removed.value().into_iter().flatten();
    if removed.any(|item| added.contains(item)) {
        let why = format!("names what `{remove}` names too: leave it out of one of them");
        return Err(RequestError::new(add, why));
    }
    Ok(())
}

/// Returns early with the refusal of [`both_ways`], for each pair of fields of the changes.
macro_rules! not_both_ways {
    ($changes:ident: $($add:ident / $remove:ident,)+) => { $(
        $crate::contradiction::both_ways(
            (stringify!($add), &$changes.$add),
            (stringify!($remove), &$changes.$remove),
        )?;
    )+ };
}

pub(crate) use not_both_ways;
