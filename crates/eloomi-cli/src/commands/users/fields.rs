//! The fields of a person that a command line can write.
//!
//! | to add | touch |
//! |---|---|
//! | a field | its line below; a test compares them with those of the model |

mod prompts;
mod words;

use eloomi::{
    CreateUser, Patch, UpdateUser,
    model::{Activation, UserChanges},
    wire::{Extra, Field, Text},
};

use self::{
    prompts::prompts,
    words::{activations, genders, permissions},
};
use super::PEOPLE;
use crate::{
    fields::{Changes, Flag, Kind, Writes, fields},
    noun::Noun,
};

fields! {
    access_groups: Kind::Ids, "ID,…", "All access groups, by id";
    activate: Kind::Word(activations), "HOW", "Activate or deactivate; nothing is sent to the person without this";
    add_direct_manager_employee_ids: Kind::Texts, "ID,…", "Managers to add, by employee id";
    add_direct_manager_ids: Kind::Ids, "ID,…", "Managers to add, by id";
    birthday: Kind::Date, "DATE", "Birthday, as 1980-12-14";
    country: Kind::Text, "TEXT", "Country, as free text";
    custom_attributes: Kind::Attributes, "KEY=VALUE", "An attribute that eloomi has registered for you; may stand more than once";
    department_code: Kind::Texts, "CODE,…", "All units, by code";
    department_id: Kind::Ids, "ID,…", "All units, by id";
    direct_manager_employee_ids: Kind::Texts, "ID,…", "All direct managers, by employee id";
    direct_manager_ids: Kind::Ids, "ID,…", "All direct managers, by id";
    email: Kind::Text, "ADDRESS", "E-mail address, which nobody else has";
    employee_id: Kind::Text, "ID", "Your own id for the person";
    end_of_employment_at: Kind::DateTime, "TIME", "When the employment ends, as '2026-12-31 08:00:00'; 2026-12-31 is its first moment";
    first_name: Kind::Text, "NAME", "First name";
    gender: Kind::Word(genders), "GENDER", "Gender";
    generic_role: Kind::Text, "TEXT", "Role, a label";
    initials: Kind::Text, "TEXT", "Initials";
    language_code: Kind::Text, "CODE", "Language, as en";
    language_iso: Kind::Text, "CODE", "Region of the language, as US";
    last_name: Kind::Text, "NAME", "Last name";
    legal: Kind::Text, "TEXT", "Legal company";
    level: Kind::NumberOrText, "LEVEL", "Level, a number or a word";
    location: Kind::Text, "TEXT", "Place";
    mobile_phone: Kind::Text, "NUMBER", "Mobile number";
    password: Kind::Password, "FILE", "File with the initial password, or - for stdin; never an argument, where others could read it";
    personal_email: Kind::Text, "ADDRESS", "Private e-mail address";
    phone: Kind::Text, "NUMBER", "Phone number";
    profile_ids: Kind::Ids, "ID,…", "All profiles, by id";
    prompts: Kind::Own(prompts), "NAME=HOW,…", "What to ask the person for at the next login: phone=mandatory,email=optional";
    start_of_employment_at: Kind::DateTime, "TIME", "When the employment begins, as '2026-12-01 08:00:00'; 2026-12-01 is its first moment";
    team_ids: Kind::Ids, "ID,…", "All teams, by id";
    title: Kind::Text, "TEXT", "Job title";
    user_permission: Kind::Word(permissions), "PERMISSION", "Permission";
    username: Kind::Text, "NAME", "Login name in place of the e-mail address";
}

impl Changes for UserChanges {
    const NOUN: &'static Noun = &PEOPLE;

    const FIELDS: &'static [Field] = UserChanges::FIELDS;

    const FLAGS: &'static [Flag] = FLAGS;

    const SUCH_AS: &'static str = "--title";

    const INPUT: &'static str = "{\"first_name\": \"Jane\", …}";

    // As of a person who is printed.
    const SHOWN: &'static [&'static str] = &[
        "access_groups",
        "activate",
        "add_direct_manager_employee_ids",
        "add_direct_manager_ids",
        "department_code",
        "department_id",
        "direct_manager_employee_ids",
        "direct_manager_ids",
        "employee_id",
        "end_of_employment_at",
        "first_name",
        "generic_role",
        "initials",
        "language_code",
        "language_iso",
        "last_name",
        "legal",
        "level",
        "profile_ids",
        "prompts",
        "start_of_employment_at",
        "team_ids",
        "title",
        "user_permission",
    ];

    const NEVER_EMPTY: &'static [&'static str] = &[
        "activate",
        "add_direct_manager_employee_ids",
        "add_direct_manager_ids",
        "custom_attributes",
        "password",
        "prompts",
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn inner(&self) -> Vec<(&'static str, &Extra)> {
        let prompts = self.prompts.iter();
        prompts
            .map(|prompts| ("prompts.", &prompts.extra))
            .collect()
    }

    fn password(&mut self) -> Option<&mut Patch<Text>> {
        Some(&mut self.password)
    }

    fn warning(&self) -> Option<&'static str> {
        let activate = self.activate.value();
        activate
            .is_some_and(Activation::may_send_mail)
            .then_some("`activate`: this may send mail to 1 person")
    }
}

impl Writes for CreateUser {
    type Changes = UserChanges;

    fn with(self, changes: UserChanges) -> Self {
        self.with_changes(changes)
    }
}

impl Writes for UpdateUser {
    type Changes = UserChanges;

    fn with(self, changes: UserChanges) -> Self {
        self.with_changes(changes)
    }
}

#[cfg(test)]
mod tests;
