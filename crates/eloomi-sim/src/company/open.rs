//! Things of groups of which nothing is documented: objects that hold whatever was sent.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Record, Table};
use crate::json::Json;

/// The name of each group, its first id, and the names of the things that are there at the start:
/// `behaviours::OPEN_START`.
const GROUPS: [(&str, u64, &[&str]); 7] = [
    ("coaches", 6101, &["Robin Example", "Kim Example"]),
    ("course-categories", 6201, &["Safety", "Leadership"]),
    ("customers", 6301, &["Example School", "Example Works"]),
    ("goals", 6401, &["Read more", "Answer sooner"]),
    ("orders", 6501, &["First order", "Second order"]),
    ("paths", 6601, &["First year", "Way to the lead"]),
    (
        "programs",
        90092,
        &["Onboarding", "Leading others", "First aid"],
    ),
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
        let table = |(group, first, names): (&str, u64, &[&str])| {
            let things = (first..).zip(names);
            let things = things.map(|(id, name)| Thing::named(id, name)).collect();
            (group.to_owned(), Table::new(things, first))
        };
        Self(GROUPS.into_iter().map(table).collect())
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
