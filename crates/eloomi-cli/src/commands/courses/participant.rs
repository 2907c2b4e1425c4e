//! How a person in a course is printed.

use eloomi::{
    model::CourseParticipant,
    wire::{DateTimeText, Extra, Field},
};

use crate::{
    noun::Noun,
    output::{Column, Record, text},
    service::Service,
};

/// People in a course, or in a program.
pub(crate) static PARTICIPANTS: Noun = Noun {
    service: Service::Eloomi,
    command: "courses",
    one: "participant",
    a_one: "a participant",
    many: "participants",
    question: "what",
    argument: "COURSE",
};

impl Record for CourseParticipant {
    const NOUN: &'static Noun = &PARTICIPANTS;

    const FIELDS: &'static [Field] = CourseParticipant::FIELDS;

    // What is asked of a person, who stands there as a number. How far the person is, how well and
    // how often that was tried is between few.
    const SHOWN: &'static [&'static str] = &[
        "course_id",
        "user_id",
        "assigned_at",
        "deadline",
        "renewal_at",
        "required",
    ];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("USER", |row| row.user_id.to_string()),
        Column::text("REQUIRED", |row| text(row.required.as_ref())),
        Column::text("ASSIGNED", |row| text(row.assigned_at.as_ref())),
        Column::text("DEADLINE", |row| text(row.deadline.as_ref())),
        Column::masked("STATUS", |row| text(row.status.as_ref())),
        Column::masked("PROGRESS", |row| text(row.progress.as_ref())),
        Column::masked("SCORE", |row| text(row.score.as_ref())),
        Column::masked("COMPLETED", |row| completed(row.completed_at.as_ref())),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

/// When somebody was done. Never empty: an empty cell beside masked ones would tell who is not.
pub(crate) fn completed(at: Option<&DateTimeText>) -> String {
    at.map_or_else(|| "not yet".into(), ToString::to_string)
}
