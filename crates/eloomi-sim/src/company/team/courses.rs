//! How a team takes its courses.

use serde_json::{Value, json};

use super::Settings;
use super::change::{flag, members, settings_by_id};
use crate::behaviours;
use crate::fields::Fields;
use crate::moment;
use crate::refused::Refused;

/// How a team takes a course.
#[derive(Clone, Debug, Default)]
pub(super) struct CourseSettings {
    deadline: Option<String>,
    required: bool,
}

impl CourseSettings {
    fn read(sent: &Value) -> Result<Self, Refused> {
        let mut settings = Self::default();
        for (name, value) in members(sent, "course_ids")? {
            match name {
                "deadline" => settings.deadline = deadline(value)?,
                "required" => settings.required = flag(value, "required")?,
                _ => {} // `behaviours::UNKNOWN_FIELDS`
            }
        }
        Ok(settings)
    }

    pub(super) fn shown(&self) -> Value {
        match &self.deadline {
            Some(deadline) => json!({ "deadline": deadline, "required": self.required }),
            None => json!({ "required": self.required }),
        }
    }
}

fn deadline(value: &Value) -> Result<Option<String>, Refused> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) if moment::with_time(text).is_some() => Ok(Some(text.clone())),
        Value::String(_) => {
            let cause = "The deadline is no date.";
            Err(Refused::new(cause, &behaviours::DATE_BAD))
        }
        _ => Err(Refused::wrong_type("deadline")),
    }
}

/// `behaviours::TEAM_WHOLE_SETS` comes before `behaviours::TEAM_COURSES_ADDED`.
pub(super) fn change(
    courses: &mut Settings<CourseSettings>,
    fields: &Fields,
) -> Result<(), Refused> {
    if let Some(whole) = settings_by_id(fields, "course_ids", CourseSettings::read)? {
        *courses = whole;
    }
    for id in fields.ids("add_course_ids")? {
        courses.entry(id).or_default();
    }
    for id in fields.ids("remove_course_ids")? {
        courses.remove(&id);
    }
    Ok(())
}
