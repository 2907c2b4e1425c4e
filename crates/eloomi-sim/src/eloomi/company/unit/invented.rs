//! The units at the start: `behaviours::UNIT_TREE`.

use std::collections::BTreeSet;

use super::super::{ACCESS_GROUPS, Table};
use super::Unit;
use crate::eloomi::people::Roster;

pub(crate) const FIRST_UNIT: u64 = 4001;
pub(crate) const UNITS: u32 = 12;

/// Name, code and the unit above of each, in the order of their ids.
const INVENTED: [(&str, Option<&str>, Option<u64>); UNITS as usize] = [
    ("Nordwind", Some("DEP101"), None),
    ("People & Culture", Some("DEP102"), Some(4001)),
    ("Økonomi", Some("DEP103"), Some(4001)),
    ("Sales", Some("DEP104"), Some(4001)),
    ("Sales \"North\"", Some("DEP105"), Some(4004)),
    ("Sales South", Some("DEP106"), Some(4004)),
    ("Inbound Marketing", Some("DEP107"), Some(4004)),
    ("Lager / Warehouse", Some("DEP108"), Some(4001)),
    ("Night shift", None, Some(4008)),
    ("Day shift", None, Some(4008)),
    ("東町", None, None),
    ("Archive", None, None),
];

/// Every fifth person leads a unit, until each has its leaders: whoever comes after them changes
/// nothing.
const LEADERS_APART: usize = 5;

/// The units, led by some of these people.
pub(crate) fn invent(people: &Roster) -> Table<Unit> {
    let mut leaders = people.all().step_by(LEADERS_APART).map(|person| person.id);
    let units = (FIRST_UNIT..).zip(INVENTED).map(|(id, known)| {
        let (name, code, parent_id) = known;
        // The fourth has two leaders, the last has none.
        let led_by = match id {
            4004 => 2,
            4012 => 0,
            _ => 1,
        };
        Unit {
            name: name.to_owned(),
            code: code.map(str::to_owned),
            parent_id,
            leaders: leaders.by_ref().take(led_by).collect::<BTreeSet<_>>(),
            access_groups: ACCESS_GROUPS
                .into_iter()
                .take(code.iter().count())
                .collect(),
            ..Unit::new(id)
        }
    });
    Table::new(units.collect(), FIRST_UNIT)
}
