//! How a unit is printed.

use eloomi::{
    Unit,
    wire::{Extra, Field},
};

use super::UNITS;
use crate::{
    noun::Noun,
    output::{Column, Record, text},
};

impl Record for Unit {
    const NOUN: &'static Noun = &UNITS;

    const FIELDS: &'static [Field] = Unit::FIELDS;

    // People stand there by id, as they do where a person is printed.
    const SHOWN: &'static [&'static str] = &[
        "id",
        "access_groups",
        "code",
        "leaders",
        "name",
        "parent_id",
        "users",
    ];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("ID", |unit| unit.id.to_string()),
        Column::key("CODE", |unit| text(unit.code.as_ref())),
        Column::text("NAME", |unit| text(unit.name.as_ref())),
        Column::number("PARENT", |unit| text(unit.parent_id.as_ref())),
        Column::number("MEMBERS", |unit| unit.users.len().to_string()),
        Column::number("LEADERS", |unit| unit.leaders.len().to_string()),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}
