//! How a person is printed.

use eloomi::{
    model::User,
    wire::{Extra, Field, Text},
};

use super::PEOPLE;
use crate::{
    noun::Noun,
    output::{Column, Record, text},
};

impl Record for User {
    const NOUN: &'static Noun = &PEOPLE;

    const FIELDS: &'static [Field] = User::FIELDS;

    // What identifies somebody at work. Everything else may be private: an e-mail address, a
    // place, a birthday, or an attribute that the customer made up.
    const SHOWN: &'static [&'static str] = &[
        "id",
        "access_groups",
        "activated_at",
        "department_id",
        "direct_manager_ids",
        "employee_id",
        "end_of_employment_at",
        "first_name",
        "generic_role",
        "initials",
        "language",
        "last_name",
        "legal",
        "level",
        "skill_level",
        "start_of_employment_at",
        "sub_company",
        "team_id",
        "timezone",
        "title",
        "user_permission",
    ];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("ID", |user| user.id.to_string()),
        Column::key("EMPLOYEE", |user| text(user.employee_id.as_ref())),
        Column::text("NAME", name),
        Column::text("TITLE", |user| text(user.title.as_ref())),
        Column::text("UNITS", units),
        Column::masked("E-MAIL", |user| text(user.email.as_ref())),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

fn name(user: &User) -> String {
    let names = [&user.first_name, &user.last_name];
    let set = names.into_iter().flatten().filter(|name| !name.is_empty());
    set.map(Text::as_str).collect::<Vec<_>>().join(" ")
}

fn units(user: &User) -> String {
    let units = user.department_id.iter().map(ToString::to_string);
    units.collect::<Vec<_>>().join(", ")
}
