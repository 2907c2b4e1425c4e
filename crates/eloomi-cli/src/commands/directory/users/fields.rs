//! The fields of a person of the directory that a command line can write.
//!
//! | to add | touch |
//! |---|---|
//! | a field | its line below, and in `changes.rs`; a test compares them with those of the model |

mod address;

use clap::builder::PossibleValue;
use eloomi::{
    Patch,
    wire::{Extra, Field},
};
use lvconnect::{City, CreateUser, UpdateUser};

use self::address::address;
use super::{PEOPLE, PersonChanges};
use crate::{
    fields::{Changes, Flag, Kind, Writes, fields},
    noun::Noun,
};

fields! {
    address: Kind::Parts(address), "PART=TEXT", "A part of the postal address: street, zip-code or city; may stand more than once, and the parts stand for all of it";
    birth_date: Kind::Instant, "DATE", "Birthday, as 1980-12-14";
    city: Kind::Word(cities), "TOWN", "Town of the office";
    description: Kind::Text, "TEXT", "Description";
    email: Kind::Text, "ADDRESS", "E-mail address, which nobody else has, and which cannot be changed";
    first_name: Kind::Text, "NAME", "First name, of two characters at least";
    hired_at: Kind::Instant, "DATE", "First day, as 2026-12-01";
    job: Kind::Text, "TEXT", "Job, as free text";
    last_name: Kind::Text, "NAME", "Last name, of two characters at least";
    left_at: Kind::Instant, "DATE", "Last day, as 2026-12-31; even one to come bars the person's password";
    phone: Kind::Text, "NUMBER", "Telephone number, as of France or with + and the country";
    registration_number: Kind::Text, "NUMBER", "Your own number of the person";
    roles: Kind::Texts, "ROLE,…", "All roles, at least one";
    tags: Kind::Texts, "TEXT,…", "All labels";
}

fn cities() -> Vec<PossibleValue> {
    [City::Lille, City::Lyon, City::Paris]
        .iter()
        .map(|city| PossibleValue::new(city.as_str().to_owned()))
        .collect()
}

impl Changes for PersonChanges {
    const NOUN: &'static Noun = &PEOPLE;

    const FIELDS: &'static [Field] = PersonChanges::FIELDS;

    const FLAGS: &'static [Flag] = FLAGS;

    const SUCH_AS: &'static str = "--job";

    const INPUT: &'static str = "{\"job\": \"architect\", …}";

    // As of a person who is printed.
    const SHOWN: &'static [&'static str] = &[
        "city",
        "firstName",
        "hiredAt",
        "job",
        "lastName",
        "leftAt",
        "registrationNumber",
        "roles",
    ];

    const NEVER_EMPTY: &'static [&'static str] =
        &["city", "email", "first_name", "last_name", "phone", "roles"];

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn inner(&self) -> Vec<(&'static str, &Extra)> {
        let address = self.address.value().into_iter();
        address
            .map(|address| ("address.", &address.extra))
            .collect()
    }

    fn warning(&self) -> Option<&'static str> {
        matches!(self.left_at, Patch::Set(_))
            .then_some("`leftAt`: this bars the person's password from now on")
    }
}

impl Writes for CreateUser {
    type Changes = PersonChanges;

    fn with(self, changes: PersonChanges) -> Self {
        changes.of_creation(self)
    }
}

impl Writes for UpdateUser {
    type Changes = PersonChanges;

    const LACKS: &'static [&'static str] = &["email"];

    fn with(self, changes: PersonChanges) -> Self {
        changes.of_update(self)
    }
}

#[cfg(test)]
mod tests;
