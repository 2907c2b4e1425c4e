//! What a write makes of how a person takes a course: `behaviours::ASSIGNMENT_FIELDS`.

use serde_json::Value;

use super::{Company, CourseParticipant, deadline};
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::truth;
use crate::json::Json;

impl Company {
    /// How a person takes a course, if they do.
    pub(crate) fn assignment(&self, course: u64, user: u64) -> Option<&CourseParticipant> {
        self.courses.by_id(course)?.participant(user)
    }

    /// The same, or how they are to take it if it is assigned to them at this moment:
    /// `behaviours::ASSIGNED_AGAIN`.
    pub(crate) fn assignment_or_new(&self, course: u64, user: u64, at: &str) -> CourseParticipant {
        let row = self.assignment(course, user).cloned();
        row.unwrap_or_else(|| CourseParticipant::assigned(user, at.to_owned()))
    }

    /// Changes this row by the fields that were sent, puts it into the course, and shows it.
    pub(crate) fn assign_course(
        &mut self,
        course: u64,
        mut row: CourseParticipant,
        fields: &Fields,
    ) -> Result<Json, Refused> {
        change(&mut row, fields)?;
        let shown = row.shown(course, false);
        self.put_assignment(course, row);
        Ok(shown)
    }

    /// Puts this row into the course, if there is one.
    pub(super) fn put_assignment(&mut self, course: u64, row: CourseParticipant) {
        if let Some(course) = self.courses.by_id_mut(course) {
            course.put(row);
        }
    }
}

fn change(row: &mut CourseParticipant, fields: &Fields) -> Result<(), Refused> {
    if let Some(required) = fields.get("required") {
        row.required = truth::read(required, "required")?;
    }
    if let Some(deadline) = fields.get("deadline") {
        row.deadline = deadline::read(deadline)?;
    }
    match fields.get("customAttributes") {
        Some(value) if !are_texts(value) => Err(Refused::wrong_type("customAttributes")),
        _ => Ok(()),
    }
}

/// Whether these are attributes whose values are texts, or numbers, which stand for texts. PHP's
/// empty list is an empty object.
fn are_texts(attributes: &Value) -> bool {
    match attributes {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members
            .values()
            .all(|value| value.is_string() || value.is_number()),
        _ => false,
    }
}
