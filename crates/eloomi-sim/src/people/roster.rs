//! Everybody, and how to find one.

use std::fmt;

use super::invent::{FIRST_ID, Inventor};
use super::{Person, PersonState, Someone};

/// Everybody, ascending by id: `behaviours::LIST_ORDER`.
pub(crate) struct Roster {
    people: Vec<Person>,
    /// The next person's id: one that a deleted person had does not come back.
    next_id: u64,
}

impl Roster {
    pub(crate) fn invent(seed: u64, count: usize) -> Self {
        let mut inventor = Inventor::new(seed);
        let people: Vec<_> = (0..count).map(|_| inventor.next()).collect();
        Self {
            next_id: people.last().map_or(FIRST_ID, |last| last.id + 1),
            people,
        }
    }

    /// The people in this state, or everybody.
    pub(crate) fn in_state(&self, state: Option<PersonState>) -> impl Iterator<Item = &Person> {
        let wanted = move |person: &&Person| state.is_none_or(|state| person.state == state);
        self.people.iter().filter(wanted)
    }

    pub(crate) fn by_id(&self, id: u64) -> Option<&Person> {
        self.people.get(self.place(id)?)
    }

    pub(crate) fn by_employee_id(&self, id: &str) -> Option<&Person> {
        let wanted = |person: &&Person| person.employee_id.as_deref() == Some(id);
        self.people.iter().find(wanted)
    }

    /// Upper and lower case are the same here.
    pub(crate) fn by_email(&self, email: &str) -> Option<&Person> {
        let email = email.to_lowercase();
        let wanted = |own: &String| own.to_lowercase() == email;
        self.people
            .iter()
            .find(|person| person.email.as_ref().is_some_and(wanted))
    }

    pub(crate) fn keys(&self) -> Vec<Someone> {
        self.people.iter().map(Person::keys).collect()
    }

    /// The id of a person yet to be added.
    pub(crate) fn next_id(&self) -> u64 {
        self.next_id
    }

    /// Puts this person in the place of the one with the same id, or at the end.
    pub(crate) fn put(&mut self, person: Person) {
        if let Some(place) = self.place(person.id) {
            self.people[place] = person;
        } else {
            self.next_id = person.id + 1;
            self.people.push(person);
        }
    }

    /// `behaviours::DELETED_IS_GONE`.
    pub(crate) fn remove(&mut self, id: u64) {
        self.people.retain(|person| person.id != id);
        for person in &mut self.people {
            if let Some(managers) = &mut person.direct_manager_ids {
                managers.retain(|manager| *manager != id);
            }
        }
    }

    fn place(&self, id: u64) -> Option<usize> {
        let place = self.people.binary_search_by_key(&id, |person| person.id);
        place.ok()
    }
}

impl fmt::Debug for Roster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Roster")
            .field("people", &self.people.len())
            .finish_non_exhaustive()
    }
}
