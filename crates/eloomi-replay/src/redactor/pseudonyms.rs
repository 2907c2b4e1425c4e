//! One pseudonym for every value: the same for the same, another for another.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::forms::{self, Hash};
use crate::redaction::Kind;

/// The key of a recording, and what was given out by it.
///
/// No value is held, not even as long as the recording: values are known by their HMAC-SHA256
/// under the key, which is in memory only.
pub(super) struct Pseudonyms {
    key: [u8; 32],
    names: Vec<String>,
    /// Whether ids that are numbers, and dates, stay what they are.
    pub(super) are_people_invented: bool,
    given: Mutex<Given>,
}

#[derive(Default)]
struct Given {
    by_value: HashMap<Hash, String>,
    taken: HashMap<String, Hash>,
    last_number: u64,
}

impl Pseudonyms {
    pub(super) fn seeded(seed: u64, names: &[String]) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_be_bytes());
        Self::with(key, names)
    }

    pub(super) fn throwaway(names: &[String]) -> Self {
        let mut key = [0; 32];
        getrandom::fill(&mut key).expect("the operating system has random bytes");
        Self::with(key, names)
    }

    fn with(key: [u8; 32], names: &[String]) -> Self {
        Self {
            key,
            names: names.to_owned(),
            are_people_invented: false,
            given: Mutex::default(),
        }
    }

    fn hash(&self, parts: &[&[u8]]) -> Hash {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("any length of key will do");
        for part in parts {
            mac.update(part);
            // No part ends where another begins: 0xff is in no UTF-8.
            mac.update(&[0xff]);
        }
        mac.finalize().into_bytes().into()
    }

    fn given(&self) -> MutexGuard<'_, Given> {
        // A panic elsewhere leaves the tables whole: each change is one insertion.
        self.given.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The pseudonym of a text that is not empty.
    pub(super) fn of(&self, kind: &Kind, value: &str) -> String {
        if let Kind::Id(_) = kind
            && forms::is_plain_integer(value)
        {
            return self.number(kind, value);
        }
        let name = kind.to_string();
        let by_value = self.hash(&[name.as_bytes(), value.as_bytes()]);
        let mut given = self.given();
        if let Some(known) = given.by_value.get(&by_value) {
            return known.clone();
        }
        let itself = forms::is_form(kind, value, &self.names).then(|| value.to_owned());
        let made = (0_u64..).map(|attempt| {
            let hash = self.hash(&[name.as_bytes(), value.as_bytes(), &attempt.to_be_bytes()]);
            // Where so many are taken there are too few: take more digits.
            let more = usize::try_from(attempt / 4).unwrap_or(usize::MAX);
            forms::form(kind, &hash, &self.names, 2 * more)
        });
        let mut free = itself
            .into_iter()
            .chain(made)
            .filter(|pseudonym| !given.taken.contains_key(&taken(&name, pseudonym)));
        let pseudonym = free.next().expect("there are more forms than values");
        drop(free);
        given.taken.insert(taken(&name, &pseudonym), by_value);
        given.by_value.insert(by_value, pseudonym.clone());
        pseudonym
    }

    /// The number of an id, counted from 1 over all kinds, so that ids of two kinds never look
    /// alike. Zero means that there is none, and stays.
    pub(super) fn number(&self, kind: &Kind, value: &str) -> String {
        if value == "0" || self.are_people_invented {
            return value.to_owned();
        }
        let by_value = self.hash(&[b"number", kind.to_string().as_bytes(), value.as_bytes()]);
        let mut given = self.given();
        if let Some(known) = given.by_value.get(&by_value) {
            return known.clone();
        }
        given.last_number += 1;
        let number = given.last_number.to_string();
        given.by_value.insert(by_value, number.clone());
        number
    }

    /// Ten digits that are nobody's phone number, for one that came as a number.
    pub(super) fn phone_number(&self, value: &str) -> String {
        let text = self.of(&Kind::Phone, value);
        text.chars().filter(char::is_ascii_digit).collect()
    }

    /// By how many months dates go back: more than a year, less than five.
    pub(super) fn months(&self) -> i64 {
        let hash = self.hash(&[b"months"]);
        13 + i64::from(hash[0]) % 46
    }
}

/// A pseudonym and its kind, of which each is given once.
fn taken(kind: &str, pseudonym: &str) -> String {
    format!("{kind} {pseudonym}")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn names() -> Vec<String> {
        vec!["Ada".to_owned(), "Lin".to_owned()]
    }

    #[test]
    fn no_two_values_share_a_pseudonym_though_there_are_more_than_forms() {
        let pseudonyms = Pseudonyms::seeded(1, &names());
        // 20,000 names of four digits, and 30,000 people.
        let given: HashSet<_> = (0..30_000)
            .map(|person| pseudonyms.of(&Kind::Name, &format!("person {person}")))
            .collect();
        assert_eq!(given.len(), 30_000);
        assert_eq!(
            pseudonyms.of(&Kind::Name, "person 7"),
            pseudonyms.of(&Kind::Name, "person 7")
        );
    }

    #[test]
    fn a_value_that_looks_like_a_pseudonym_does_not_take_anothers() {
        let pseudonyms = Pseudonyms::seeded(1, &names());
        let ada = pseudonyms.of(&Kind::Name, "somebody");
        assert_ne!(pseudonyms.of(&Kind::Name, &ada), ada);
        assert_eq!(pseudonyms.of(&Kind::Name, "Lin-0001"), "Lin-0001");
    }

    #[test]
    fn ids_are_counted_over_all_kinds() {
        let pseudonyms = Pseudonyms::seeded(1, &names());
        let id = |domain: &str, value| pseudonyms.of(&Kind::Id(domain.to_owned()), value);
        assert_eq!(id("user", "80001"), "1");
        assert_eq!(id("unit", "80001"), "2");
        assert_eq!(id("user", "80001"), "1");
        assert_eq!(id("user", "0"), "0");
        assert!(id("user", "E1").starts_with("code-"));
    }

    #[test]
    fn another_key_gives_other_pseudonyms() {
        let of = |pseudonyms: Pseudonyms| pseudonyms.of(&Kind::Text, "Quay");
        let seeded = of(Pseudonyms::seeded(1, &names()));
        assert_eq!(seeded, of(Pseudonyms::seeded(1, &names())));
        assert_ne!(seeded, of(Pseudonyms::seeded(2, &names())));
        assert_ne!(
            of(Pseudonyms::throwaway(&names())),
            of(Pseudonyms::throwaway(&names()))
        );
    }
}
