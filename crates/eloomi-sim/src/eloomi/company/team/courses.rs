//! How a team takes its courses.

use serde_json::{Value, json};

use super::Settings;
use super::change::{members, settings_by_id};
use crate::eloomi::company::{CourseParticipant, deadline};
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::truth;

/// How a team takes a course, as far as it was sent.
#[derive(Clone, Debug, Default)]
pub(super) struct CourseSettings {
    deadline: Option<String>,
    required: Option<bool>,
}

impl CourseSettings {
    fn read(sent: &Value) -> Result<Self, Refused> {
        let mut settings = Self::default();
        for (name, value) in members(sent, "course_ids")? {
            match name {
                "deadline" => settings.deadline = deadline::read(value)?,
                "required" => settings.required = Some(truth::read(value, "required")?),
                _ => {} // `behaviours::UNKNOWN_FIELDS`
            }
        }
        Ok(settings)
    }

    pub(super) fn shown(&self) -> Value {
        let required = self.required.unwrap_or_default();
        match &self.deadline {
            Some(deadline) => json!({ "deadline": deadline, "required": required }),
            None => json!({ "required": required }),
        }
    }

    /// Makes the row of a member of it.
    pub(super) fn set(&self, row: &mut CourseParticipant) {
        if let Some(required) = self.required {
            row.required = required;
        }
        if let Some(deadline) = &self.deadline {
            row.deadline = Some(deadline.clone());
        }
    }
}

/// Changes them, and tells which of them the write gives to the team:
/// `behaviours::TEAM_WHOLE_SETS` comes before `behaviours::TEAM_COURSES_ADDED`.
pub(super) fn change(
    courses: &mut Settings<CourseSettings>,
    fields: &Fields,
) -> Result<Vec<u64>, Refused> {
    let mut given = vec![];
    if let Some(whole) = settings_by_id(fields, "course_ids", CourseSettings::read)? {
        given.extend(whole.keys());
        *courses = whole;
    }
    for id in fields.ids("add_course_ids")? {
        courses.entry(id).or_default();
        given.push(id);
    }
    for id in fields.ids("remove_course_ids")? {
        courses.remove(&id);
    }
    given.retain(|id| courses.contains_key(id));
    Ok(given)
}
