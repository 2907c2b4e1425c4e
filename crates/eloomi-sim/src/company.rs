//! Everything that one customer has, and what of it refers to what.

mod access_group;
mod attributes;
mod open;
mod table;
mod team;
mod unit;

pub(crate) use access_group::{ACCESS_GROUPS, AccessGroup};
pub(crate) use attributes::attribute;
pub(crate) use open::{OpenGroups, Thing};
pub(crate) use table::{Record, Table};
pub(crate) use team::{FIRST_TEAM, TEAMS, Team};
pub(crate) use unit::{FIRST_UNIT, UNITS, Unit};

use crate::people::Roster;

/// A customer. What exists at the start is `behaviours::COMPANY`.
#[derive(Debug)]
pub(crate) struct Company {
    pub(crate) open: OpenGroups,
    pub(crate) people: Roster,
    pub(crate) teams: Table<Team>,
    pub(crate) units: Table<Unit>,
}

impl Company {
    /// The customer that this seed makes, with so many people.
    pub(crate) fn invent(seed: u64, people: usize) -> Self {
        Self {
            open: OpenGroups::invent(),
            people: Roster::invent(seed, people),
            teams: team::invent(),
            units: unit::invent(),
        }
    }

    /// The unit of this code, of several the one with the lowest id.
    pub(crate) fn unit_with_code(&self, code: &str) -> Option<&Unit> {
        let wanted = |unit: &&Unit| unit.code.as_deref() == Some(code);
        self.units.all().find(wanted)
    }

    /// Takes a person out of everything: `behaviours::DELETED_IS_GONE`.
    pub(crate) fn remove_person(&mut self, id: u64) {
        self.people.remove(id);
        for person in self.people.all_mut() {
            if let Some(managers) = &mut person.direct_manager_ids {
                managers.retain(|manager| *manager != id);
            }
        }
    }
}
