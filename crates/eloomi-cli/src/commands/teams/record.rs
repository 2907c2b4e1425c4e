//! How a team is printed.

use eloomi::{
    Team,
    wire::{Extra, Field},
};

use super::TEAMS;
use crate::{
    noun::Noun,
    output::{Column, Record, text},
};

impl Record for Team {
    const NOUN: &'static Noun = &TEAMS;

    const FIELDS: &'static [Field] = Team::FIELDS;

    // People stand there by id, as they do where a person is printed. Attributes the customer made
    // up.
    const SHOWN: &'static [&'static str] = &["id", "description", "leaders", "name", "users"];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("ID", |team| team.id.to_string()),
        Column::text("NAME", |team| text(team.name.as_ref())),
        Column::text("DESCRIPTION", |team| text(team.description.as_ref())),
        Column::number("MEMBERS", |team| team.users.len().to_string()),
        Column::number("LEADERS", |team| team.leaders.len().to_string()),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}
