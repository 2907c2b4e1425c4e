//! How a course is printed.

use eloomi::{
    model::Course,
    wire::{Extra, Field},
};

use super::COURSES;
use crate::{
    noun::Noun,
    output::{Column, Record, text},
};

impl Record for Course {
    const NOUN: &'static Noun = &COURSES;

    const FIELDS: &'static [Field] = Course::FIELDS;

    // Nothing of a course is anybody's secret.
    const SHOWN: &'static [&'static str] = &[
        "id",
        "active",
        "cover",
        "created_at",
        "description",
        "due_date",
        "expected_duration",
        "inform_leader_deadline",
        "lock_after_deadline",
        "name",
        "points",
        "price",
        "reference_number",
        "reward",
        "updated_at",
        "voluntary",
    ];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("ID", |course| course.id.to_string()),
        Column::key("REFERENCE", |course| text(course.reference_number.as_ref())),
        Column::text("NAME", |course| text(course.name.as_ref())),
        Column::text("ACTIVE", |course| text(course.active.as_ref())),
        Column::number("MINUTES", |course| text(course.expected_duration.as_ref())),
        Column::number("POINTS", |course| text(course.points.as_ref())),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_known_of_a_course_is_shown() {
        let fields = Course::FIELDS.iter().map(|field| field.wire_names()[0]);
        assert_eq!(<Course as Record>::SHOWN, fields.collect::<Vec<_>>());
    }
}
