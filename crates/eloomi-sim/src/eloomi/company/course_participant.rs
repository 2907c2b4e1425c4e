//! How one person takes one course.

use super::dress::Dress;
use crate::json::Json;

/// A row of the participants of a course.
#[derive(Clone)]
pub(crate) struct CourseParticipant {
    pub(crate) user_id: u64,
    pub(crate) assigned_at: String,
    pub(crate) deadline: Option<String>,
    pub(crate) required: bool,
    pub(super) started_at: Option<String>,
    pub(super) completed_at: Option<String>,
    pub(super) renewal_at: Option<String>,
    /// In seconds.
    pub(super) time_spent: u64,
    pub(super) attempts: u64,
    /// In hundredths.
    pub(super) score: u32,
    /// In hundredths of a percent.
    pub(super) progress: u32,
}

impl CourseParticipant {
    /// Somebody who has yet to begin: `behaviours::ASSIGNMENT_FIELDS` are not set.
    pub(crate) fn assigned(user_id: u64, at: String) -> Self {
        Self {
            user_id,
            assigned_at: at,
            deadline: None,
            required: false,
            started_at: None,
            completed_at: None,
            renewal_at: None,
            time_spent: 0,
            attempts: 0,
            score: 0,
            progress: 0,
        }
    }

    /// The row as the answers show one, in the order of the reference:
    /// `behaviours::PARTICIPANT_FORMS`. With `is_extended`, two fields more:
    /// `behaviours::EXTENDED_MODE`.
    pub(crate) fn shown(&self, course_id: u64, is_extended: bool) -> Json {
        let dress = Dress::of(self.user_id);
        let spent = self.started_at.as_ref().map(|_| self.time_spent);
        let mut members = vec![
            ("course_id", course_id.into()),
            ("user_id", self.user_id.into()),
            ("assigned_at", self.assigned_at.clone().into()),
            ("deadline", self.deadline.clone().into()),
            ("started_at", self.started_at.clone().into()),
            ("completed_at", self.completed_at.clone().into()),
            (
                "time_spent",
                spent.map_or(Json::Null, |seconds| dress.count(seconds)),
            ),
            ("attempts", dress.count(self.attempts)),
            ("score", dress.decimal(self.score)),
            ("progress", dress.decimal(self.progress)),
            ("required", dress.flag(self.required)),
        ];
        if is_extended {
            members.push(("renewal_at", self.renewal_at.clone().into()));
            members.push(("status", self.status().into()));
        }
        Json::Object(members)
    }

    fn status(&self) -> &'static str {
        match (&self.started_at, &self.completed_at) {
            (_, Some(_)) => "completed",
            (Some(_), None) => "started",
            (None, None) => "not_started",
        }
    }
}

impl std::fmt::Debug for CourseParticipant {
    /// Nothing of the person.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CourseParticipant").finish_non_exhaustive()
    }
}
