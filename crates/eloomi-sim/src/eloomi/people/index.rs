//! Who has which key and who is in which unit, so that nobody must be looked for one by one.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use super::Person;

/// Ids of people under what they are looked for by.
#[derive(Default)]
pub(super) struct Index {
    emails: HashMap<String, BTreeSet<u64>>,
    employee_ids: HashMap<String, BTreeSet<u64>>,
    members: HashMap<u64, BTreeSet<u64>>,
}

impl Index {
    pub(super) fn add(&mut self, person: &Person) {
        if let Some(email) = person.email.as_ref().map(|own| own.to_lowercase()) {
            self.emails.entry(email).or_default().insert(person.id);
        }
        if let Some(id) = &person.employee_id {
            self.employee_ids
                .entry(id.clone())
                .or_default()
                .insert(person.id);
        }
        for unit in person.department_id.iter().flatten() {
            self.join(*unit, person.id);
        }
    }

    pub(super) fn remove(&mut self, person: &Person) {
        if let Some(email) = person.email.as_ref().map(|own| own.to_lowercase()) {
            take_out(&mut self.emails, &email, person.id);
        }
        if let Some(id) = &person.employee_id {
            take_out(&mut self.employee_ids, id, person.id);
        }
        for unit in person.department_id.iter().flatten() {
            self.leave(*unit, person.id);
        }
    }

    pub(super) fn join(&mut self, unit: u64, person: u64) {
        self.members.entry(unit).or_default().insert(person);
    }

    pub(super) fn leave(&mut self, unit: u64, person: u64) {
        take_out(&mut self.members, &unit, person);
    }

    /// The person with this address, of several the one with the lowest id. Upper and lower case
    /// are the same here.
    pub(super) fn by_email(&self, email: &str) -> Option<u64> {
        self.emails.get(&email.to_lowercase())?.first().copied()
    }

    pub(super) fn by_employee_id(&self, id: &str) -> Option<u64> {
        self.employee_ids.get(id)?.first().copied()
    }

    /// Who is in a unit, ascending by id.
    pub(super) fn members(&self, unit: u64) -> BTreeSet<u64> {
        self.members.get(&unit).cloned().unwrap_or_default()
    }
}

/// An entry of nobody is none.
fn take_out<K: Eq + Hash>(entries: &mut HashMap<K, BTreeSet<u64>>, key: &K, person: u64) {
    if let Some(people) = entries.get_mut(key) {
        people.remove(&person);
        if people.is_empty() {
            entries.remove(key);
        }
    }
}
