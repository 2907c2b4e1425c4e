//! Things of groups of which nothing is documented: objects that hold whatever was sent.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Record, Table};
use crate::json::Json;

/// The group whose things others refer to by id.
pub(super) const PROGRAMS: &str = "programs";

/// What there is of a group at the start: `behaviours::OPEN_START`.
struct Start {
    name: &'static str,
    first_id: u64,
    things: &'static [&'static str],
}

const GROUPS: [Start; 7] = [
    Start {
        name: "coaches",
        first_id: 6101,
        things: &["Robin Example", "Kim Example"],
    },
    Start {
        name: "course-categories",
        first_id: 6201,
        things: &["Safety", "Leadership"],
    },
    Start {
        name: "customers",
        first_id: 6301,
        things: &["Example School", "Example Works"],
    },
    Start {
        name: "goals",
        first_id: 6401,
        things: &["Read more", "Answer sooner"],
    },
    Start {
        name: "orders",
        first_id: 6501,
        things: &["First order", "Second order"],
    },
    Start {
        name: "paths",
        first_id: 6601,
        things: &["First year", "Way to the lead"],
    },
    Start {
        name: PROGRAMS,
        first_id: 90092,
        things: &["Onboarding", "Leading others", "First aid"],
    },
];

/// A thing of an open group. No `Debug`: it may tell of people.
#[derive(Clone)]
pub(crate) struct Thing {
    id: u64,
    members: Map<String, Value>,
}

impl Record for Thing {
    fn id(&self) -> u64 {
        self.id
    }
}

impl Thing {
    fn named(id: u64, name: &str) -> Self {
        let members = Map::from_iter([("name".to_owned(), name.into())]);
        Self { id, members }
    }

    /// One that is nothing but its id yet.
    pub(crate) fn new(id: u64) -> Self {
        let members = Map::new();
        Self { id, members }
    }

    /// Takes what was sent, all but another id: `behaviours::OPEN_MEMBERS`.
    pub(crate) fn change(&mut self, sent: Map<String, Value>) {
        self.members.extend(sent);
        self.members.remove("id");
    }

    pub(crate) fn shown(&self) -> Json {
        let mut members = self.members.clone();
        members.insert("id".to_owned(), self.id.into());
        Json::Given(Value::Object(members))
    }
}

/// The open groups by their names; one that has none is empty.
#[derive(Debug)]
pub(crate) struct OpenGroups(BTreeMap<String, Table<Thing>>);

impl OpenGroups {
    pub(super) fn invent() -> Self {
        let table = |group: &Start| {
            let things = (group.first_id..).zip(group.things);
            let things = things.map(|(id, name)| Thing::named(id, name)).collect();
            (group.name.to_owned(), Table::new(things, group.first_id))
        };
        Self(GROUPS.iter().map(table).collect())
    }

    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        GROUPS.iter().map(|group| group.name)
    }

    pub(crate) fn all(&self, group: &str) -> impl Iterator<Item = &Thing> {
        self.0.get(group).into_iter().flat_map(Table::all)
    }

    /// The thing whose id this text is.
    pub(crate) fn by_key(&self, group: &str, key: &str) -> Option<&Thing> {
        self.0.get(group)?.by_key(key)
    }

    pub(crate) fn table_mut(&mut self, group: &str) -> &mut Table<Thing> {
        let none = || Table::new(Vec::new(), 1);
        self.0.entry(group.to_owned()).or_insert_with(none)
    }
}
