//! Everybody, and how to find one.

use std::collections::BTreeSet;
use std::fmt;

use super::index::Index;
use super::invent::{FIRST_ID, Inventor};
use super::{Person, PersonState, Someone};
use crate::eloomi::company::{Record, Table};

/// Everybody. Who is in which unit stands with the people; the index follows them.
pub(crate) struct Roster {
    people: Table<Person>,
    index: Index,
}

impl Record for Person {
    fn id(&self) -> u64 {
        self.id
    }
}

impl Roster {
    pub(crate) fn invent(seed: u64, count: usize) -> Self {
        let mut inventor = Inventor::new(seed);
        let people: Vec<_> = (0..count).map(|_| inventor.next()).collect();
        let mut index = Index::default();
        for person in &people {
            index.add(person);
        }
        Self {
            people: Table::new(people, FIRST_ID),
            index,
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Person> {
        self.people.all()
    }

    /// The people in this state, or everybody.
    pub(crate) fn in_state(&self, state: Option<PersonState>) -> impl Iterator<Item = &Person> {
        let wanted = move |person: &&Person| state.is_none_or(|state| person.state == state);
        self.all().filter(wanted)
    }

    pub(crate) fn by_id(&self, id: u64) -> Option<&Person> {
        self.people.by_id(id)
    }

    /// The person whose id this text is.
    pub(crate) fn by_key(&self, key: &str) -> Option<&Person> {
        self.people.by_key(key)
    }

    pub(crate) fn by_employee_id(&self, id: &str) -> Option<&Person> {
        self.by_id(self.index.by_employee_id(id)?)
    }

    /// Upper and lower case are the same here.
    pub(crate) fn by_email(&self, email: &str) -> Option<&Person> {
        self.by_id(self.index.by_email(email)?)
    }

    /// Ids of those who are in a unit, ascending.
    pub(crate) fn members(&self, unit: u64) -> BTreeSet<u64> {
        self.index.members(unit)
    }

    pub(crate) fn keys(&self) -> Vec<Someone> {
        self.all().map(Person::keys).collect()
    }

    /// The id of a person yet to be added.
    pub(crate) fn next_id(&self) -> u64 {
        self.people.next_id()
    }

    /// Puts this person in the place of the one with the same id, or between its neighbours.
    pub(crate) fn put(&mut self, person: Person) {
        if let Some(before) = self.people.by_id(person.id) {
            self.index.remove(before);
        }
        self.index.add(&person);
        self.people.put(person);
    }

    /// Makes these people, who are all there, the members of a unit; the units that they are in
    /// beside it stay.
    pub(crate) fn set_members(&mut self, unit: u64, members: &BTreeSet<u64>) {
        let before = self.members(unit);
        for id in before.difference(members) {
            if let Some(person) = self.people.by_id_mut(*id) {
                let units = person.department_id.iter_mut();
                units.for_each(|units| units.retain(|own| *own != unit));
                self.index.leave(unit, *id);
            }
        }
        for id in members.difference(&before) {
            if let Some(person) = self.people.by_id_mut(*id) {
                person.department_id.get_or_insert_default().push(unit);
                self.index.join(unit, *id);
            }
        }
    }

    /// Makes these people the members of a team; the teams that they are in beside it stay.
    pub(crate) fn set_team(&mut self, team: u64, members: &[u64]) {
        for person in self.people.all_mut() {
            let belongs = members.contains(&person.id);
            if belongs == person.is_in_team(team) {
                continue;
            }
            let teams = person.team_id.get_or_insert_default();
            if belongs {
                teams.push(team);
            } else {
                teams.retain(|own| *own != team);
            }
        }
    }

    /// Takes this person out, also as a manager of others.
    pub(crate) fn remove(&mut self, id: u64) {
        if let Some(person) = self.people.by_id(id) {
            self.index.remove(person);
        }
        self.people.remove(id);
        for person in self.people.all_mut() {
            if let Some(managers) = &mut person.direct_manager_ids {
                managers.retain(|manager| *manager != id);
            }
        }
    }
}

impl fmt::Debug for Roster {
    /// How many there are, and none of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Roster")
            .field("people", &self.people)
            .finish_non_exhaustive()
    }
}
