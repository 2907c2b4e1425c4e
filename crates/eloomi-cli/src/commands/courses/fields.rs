//! The fields of an assignment that a command line can write.

use eloomi::{
    AssignCourse, UpdateCourseAssignment,
    model::CourseAssignment,
    wire::{Extra, Field},
};

use crate::{
    fields::{Changes, Flag, Kind, Writes, fields},
    noun::Noun,
    service::Service,
};

/// How courses are assigned.
static ASSIGNMENTS: Noun = Noun {
    service: Service::Eloomi,
    command: "courses",
    one: "assignment",
    a_one: "an assignment",
    many: "assignments",
    question: "what",
    argument: "COURSE",
};

fields! {
    custom_attributes: Kind::Attributes, "KEY=VALUE", "An attribute that your platform knows; may stand more than once";
    deadline: Kind::Date, "DATE", "When the course is due, as 2026-12-31";
    required: Kind::YesNo, "YES|NO", "Whether the person has to take the course";
}

impl Changes for CourseAssignment {
    const NOUN: &'static Noun = &ASSIGNMENTS;

    const FIELDS: &'static [Field] = CourseAssignment::FIELDS;

    const FLAGS: &'static [Flag] = FLAGS;

    const SUCH_AS: &'static str = "--deadline";

    const INPUT: &'static str = "{\"customAttributes\": {\"reason\": \"role\"}, …}";

    // As of a participant who is printed.
    const SHOWN: &'static [&'static str] = &["deadline", "required"];

    const NEVER_EMPTY: &'static [&'static str] = &["custom_attributes", "required"];

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn written_by() -> String {
        "eloomi courses update-assignment".into()
    }

    fn shown_by() -> String {
        "eloomi courses participants COURSE".into()
    }
}

impl Writes for AssignCourse {
    type Changes = CourseAssignment;

    fn with(self, changes: CourseAssignment) -> Self {
        self.with_changes(changes)
    }
}

impl Writes for UpdateCourseAssignment {
    type Changes = CourseAssignment;

    fn with(self, changes: CourseAssignment) -> Self {
        self.with_changes(changes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::agreement;

    #[test]
    fn flags_and_model_agree() {
        agreement::each_field_has_a_flag::<CourseAssignment>();
        agreement::flags_take_what_their_fields_are::<CourseAssignment>();
        agreement::what_is_absent_when_it_is_null_cannot_be_emptied::<CourseAssignment>();
        agreement::every_name_is_that_of_a_field::<CourseAssignment>();
    }
}
