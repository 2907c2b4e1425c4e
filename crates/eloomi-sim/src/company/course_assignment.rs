//! What a write makes of how a person takes a course: `behaviours::ASSIGNMENT_FIELDS`.

use serde_json::Value;

use super::{Company, CourseParticipant};
use crate::behaviours;
use crate::fields::Fields;
use crate::json::Json;
use crate::moment;
use crate::refused::Refused;

impl Company {
    /// How a person takes a course, if they do.
    pub(crate) fn assignment(&self, course: u64, user: u64) -> Option<&CourseParticipant> {
        self.courses.by_id(course)?.participant(user)
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
        if let Some(course) = self.courses.by_id_mut(course) {
            course.put(row);
        }
        Ok(shown)
    }
}

fn change(row: &mut CourseParticipant, fields: &Fields) -> Result<(), Refused> {
    if let Some(required) = fields.get("required") {
        row.required = flag(required).ok_or_else(|| Refused::wrong_type("required"))?;
    }
    deadline(row, fields)?;
    match fields.get("customAttributes") {
        Some(value) if !are_texts(value) => Err(Refused::wrong_type("customAttributes")),
        _ => Ok(()),
    }
}

/// The day alone is kept.
fn deadline(row: &mut CourseParticipant, fields: &Fields) -> Result<(), Refused> {
    let mut sent = row.deadline.take();
    fields.text("deadline", &mut sent)?;
    row.deadline = match sent.filter(|text| !text.is_empty()) {
        None => None,
        Some(text) => {
            let moment = moment::with_time(&text).ok_or_else(|| {
                let cause = "The deadline is no date.";
                Refused::new(cause, &behaviours::DATE_BAD)
            })?;
            moment.split_once(' ').map(|(day, _)| day.to_owned())
        }
    };
    Ok(())
}

/// The truth of 0 and 1, as number, as text (forms have nothing else), and of truth values; null
/// is no.
fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Null => Some(false),
        Value::Bool(truth) => Some(*truth),
        Value::Number(number) => match number.as_u64() {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        Value::String(text) => match text.as_str() {
            "" | "0" => Some(false),
            "1" => Some(true),
            _ => None,
        },
        _ => None,
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
