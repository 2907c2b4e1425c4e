//! How a person in a program is printed.

use eloomi::{
    model::ProgramParticipant,
    wire::{Extra, Field},
};

use crate::{
    commands::courses::participant::{PARTICIPANTS, completed},
    noun::Noun,
    output::{Column, Record, text},
};

impl Record for ProgramParticipant {
    const NOUN: &'static Noun = &PARTICIPANTS;

    const FIELDS: &'static [Field] = ProgramParticipant::FIELDS;

    // As in a course.
    const SHOWN: &'static [&'static str] = &["user_id", "assigned_at", "required"];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("USER", |row| row.user_id.to_string()),
        Column::text("REQUIRED", |row| text(row.required.as_ref())),
        Column::text("ASSIGNED", |row| text(row.assigned_at.as_ref())),
        Column::masked("COMPLETED", |row| completed(row.completed_at.as_ref())),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}
