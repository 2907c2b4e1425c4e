//! People that a write of a unit names.

use std::collections::BTreeSet;

use crate::eloomi::fields::{Fields, Sent};
use crate::eloomi::people::{Person, Roster};
use crate::eloomi::refused::Refused;

/// Looks for the person with a key.
pub(super) type Find = for<'p> fn(&'p Roster, &str) -> Option<&'p Person>;

/// Ids of the people that these fields name, all of them together; `None` if none was sent.
///
/// Whoever is not there is skipped, `behaviours::UNIT_UNKNOWN_PEOPLE`.
pub(super) fn named(
    fields: &Fields,
    people: &Roster,
    forms: &[(&str, Find)],
) -> Result<Option<BTreeSet<u64>>, Refused> {
    let mut found = None;
    for (name, find) in forms {
        let sent = match *name {
            "user_emails" => fields.list_or_commas(name)?,
            name => fields.list(name)?,
        };
        let keys = match sent {
            Sent::Not => continue,
            Sent::Null => vec![],
            Sent::List(keys) => keys,
        };
        let known = keys.iter().filter_map(|key| find(people, key));
        let found = found.get_or_insert_with(BTreeSet::new);
        found.extend(known.map(|person| person.id));
    }
    Ok(found)
}
