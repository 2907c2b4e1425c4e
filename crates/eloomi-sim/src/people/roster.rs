//! Everybody, and how to find one.

use std::fmt;

use super::invent::Inventor;
use super::{Person, PersonState, Someone};

/// Everybody, ascending by id: `behaviours::LIST_ORDER`.
pub(crate) struct Roster {
    people: Vec<Person>,
}

impl Roster {
    pub(crate) fn invent(seed: u64, count: usize) -> Self {
        let mut inventor = Inventor::new(seed);
        Self {
            people: (0..count).map(|_| inventor.next()).collect(),
        }
    }

    /// The people in this state, or everybody.
    pub(crate) fn in_state(&self, state: Option<PersonState>) -> impl Iterator<Item = &Person> {
        let wanted = move |person: &&Person| state.is_none_or(|state| person.state == state);
        self.people.iter().filter(wanted)
    }

    pub(crate) fn by_id(&self, id: u64) -> Option<&Person> {
        let index = self.people.binary_search_by_key(&id, |person| person.id);
        self.people.get(index.ok()?)
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
}

impl fmt::Debug for Roster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Roster")
            .field("people", &self.people.len())
            .finish()
    }
}
