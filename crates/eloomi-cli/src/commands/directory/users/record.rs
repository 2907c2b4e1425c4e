//! How a person of the directory is printed.

use eloomi::wire::{Extra, Field, Text};
use lvconnect::{Me, Role, User};

use super::PEOPLE;
use crate::{
    noun::Noun,
    output::{Column, Record, text},
};

/// What identifies somebody at work, as of a person of eloomi. Everything else may be private.
const SHOWN: &[&str] = &[
    "id",
    "city",
    "createdAt",
    "firstName",
    "hiredAt",
    "job",
    "lastName",
    "leftAt",
    "registrationNumber",
    "roles",
];

impl Record for User {
    const NOUN: &'static Noun = &PEOPLE;

    const FIELDS: &'static [Field] = User::FIELDS;

    const SHOWN: &'static [&'static str] = SHOWN;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::key("ID", |user| user.id.to_string()),
        Column::text("NAME", |user| {
            name([user.first_name.as_ref(), user.last_name.as_ref()])
        }),
        Column::text("JOB", |user| text(user.job.value())),
        Column::text("ROLES", |user| roles(&user.roles)),
        Column::text("CITY", |user| text(user.city.as_ref())),
        Column::text("LEFT", |user| day(user.left_at.value())),
        Column::masked("E-MAIL", |user| text(user.email.as_ref())),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

impl Record for Me {
    const NOUN: &'static Noun = &PEOPLE;

    const FIELDS: &'static [Field] = Me::FIELDS;

    const SHOWN: &'static [&'static str] = SHOWN;

    const COLUMNS: &'static [Column<Self>] = &[];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

fn name(names: [Option<&Text>; 2]) -> String {
    let set = names.into_iter().flatten().filter(|name| !name.is_empty());
    set.map(Text::as_str).collect::<Vec<_>>().join(" ")
}

fn roles(roles: &[Role]) -> String {
    roles
        .iter()
        .map(Role::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The day of a moment, in UTC as the directory writes it.
fn day<T: ToString>(moment: Option<&T>) -> String {
    let moment = text(moment);
    match moment.split_once('T') {
        Some((day, _)) => day.into(),
        None => moment,
    }
}
