//! Units.

mod change;
mod invented;
mod managers;

pub(crate) use change::change;
pub(crate) use invented::{FIRST_UNIT, UNITS, invent};
pub use managers::UnseenOfUnit;

use std::collections::BTreeSet;

use self::managers::Managers;
use super::{AccessGroup, Record};
use crate::eloomi::people::Roster;
use crate::json::Json;

/// A unit. Who is in it, the people know.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) code: Option<String>,
    pub(crate) parent_id: Option<u64>,
    leaders: BTreeSet<u64>,
    access_groups: Vec<AccessGroup>,
    /// Kept though no answer shows them, as the courses are: `behaviours::UNIT_UNSEEN`.
    managers: Managers,
    courses: BTreeSet<u64>,
}

impl Record for Unit {
    fn id(&self) -> u64 {
        self.id
    }
}

impl Unit {
    /// A unit of which nothing is known but an id.
    pub(crate) fn new(id: u64) -> Self {
        Self {
            id,
            name: String::new(),
            code: None,
            parent_id: None,
            leaders: BTreeSet::new(),
            access_groups: vec![],
            managers: Managers::default(),
            courses: BTreeSet::new(),
        }
    }

    /// The unit as the answers show one, in the order of the reference.
    pub(crate) fn shown(&self, people: &Roster) -> Json {
        self.with(&people.members(self.id), &self.leaders, self.code.clone())
    }

    /// As the answer to its creation shows it: `behaviours::UNIT_CODE_FROM_NAME`, and unless its
    /// people are wanted, `behaviours::UNIT_CREATED_EMPTY`.
    pub(crate) fn just_created(&self, people: &Roster, with_people: bool) -> Json {
        let code = self.code.clone();
        let code = code.or_else(|| Some(self.name.to_lowercase()));
        if with_people {
            self.with(&people.members(self.id), &self.leaders, code)
        } else {
            self.with(&BTreeSet::new(), &BTreeSet::new(), code)
        }
    }

    fn with(&self, users: &BTreeSet<u64>, leaders: &BTreeSet<u64>, code: Option<String>) -> Json {
        let groups = self.access_groups.iter().map(|group| group.reference());
        let ids = |people: &BTreeSet<u64>| Json::from(people.iter().copied().collect::<Vec<_>>());
        Json::Object(vec![
            ("id", self.id.into()),
            ("name", self.name.clone().into()),
            ("code", code.into()),
            ("parent_id", self.parent_id.into()),
            ("users", ids(users)),
            ("leaders", ids(leaders)),
            ("access_groups", Json::List(groups.collect())),
        ])
    }

    /// What of the unit no answer shows.
    pub(crate) fn unseen(&self) -> UnseenOfUnit {
        self.managers.with_courses(&self.courses)
    }

    /// Somebody is gone.
    pub(super) fn forget(&mut self, person: u64) {
        self.leaders.remove(&person);
        self.managers.forget(person);
    }
}
