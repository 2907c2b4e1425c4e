//! Everybody, and how to find one.

use super::invent::{FIRST_ID, Inventor};
use super::{Person, PersonState, Someone};
use crate::company::{Record, Table};

/// Everybody.
#[derive(Debug)]
pub(crate) struct Roster(Table<Person>);

impl Record for Person {
    fn id(&self) -> u64 {
        self.id
    }
}

impl Roster {
    pub(crate) fn invent(seed: u64, count: usize) -> Self {
        let mut inventor = Inventor::new(seed);
        let people = (0..count).map(|_| inventor.next()).collect();
        Self(Table::new(people, FIRST_ID))
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Person> {
        self.0.all()
    }

    pub(crate) fn all_mut(&mut self) -> impl Iterator<Item = &mut Person> {
        self.0.all_mut()
    }

    /// The people in this state, or everybody.
    pub(crate) fn in_state(&self, state: Option<PersonState>) -> impl Iterator<Item = &Person> {
        let wanted = move |person: &&Person| state.is_none_or(|state| person.state == state);
        self.all().filter(wanted)
    }

    pub(crate) fn by_id(&self, id: u64) -> Option<&Person> {
        self.0.by_id(id)
    }

    /// The person whose id this text is.
    pub(crate) fn by_key(&self, key: &str) -> Option<&Person> {
        self.0.by_key(key)
    }

    pub(crate) fn by_employee_id(&self, id: &str) -> Option<&Person> {
        let wanted = |person: &&Person| person.employee_id.as_deref() == Some(id);
        self.all().find(wanted)
    }

    /// Upper and lower case are the same here.
    pub(crate) fn by_email(&self, email: &str) -> Option<&Person> {
        let email = email.to_lowercase();
        let wanted = |own: &String| own.to_lowercase() == email;
        self.all()
            .find(|person| person.email.as_ref().is_some_and(wanted))
    }

    pub(crate) fn keys(&self) -> Vec<Someone> {
        self.all().map(Person::keys).collect()
    }

    /// The id of a person yet to be added.
    pub(crate) fn next_id(&self) -> u64 {
        self.0.next_id()
    }

    /// Puts this person in the place of the one with the same id, or at the end.
    pub(crate) fn put(&mut self, person: Person) {
        self.0.put(person);
    }

    /// Takes this person out; the others may still name them.
    pub(crate) fn remove(&mut self, id: u64) {
        self.0.remove(id);
    }
}
