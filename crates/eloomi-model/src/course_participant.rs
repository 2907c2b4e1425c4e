//! A person in a course.

use crate::{CourseId, ParticipantStatus, UserId};
use eloomi_wire::{DateText, DateTimeText, NumberOrText, model};

model! {
    /// Person in a course: how it was assigned, and how far the person is.
    ///
    /// A row has no id of its own as far as is documented, and nothing says that a person stands
    /// in a list only once: a course that is due again may have a row for each time (inferred). A
    /// data warehouse that was filled from eloomi has more columns (a name, an id, how a renewal is
    /// reckoned); whether they come is unknown, and if they do they are in `extra`.
    ///
    /// ```
    /// use eloomi_model::{CourseParticipant, ParticipantStatus};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let row: CourseParticipant = eloomi_wire::decode(
    ///     br#"{"course_id":9001,"user_id":"80085","deadline":"2019-02-30","score":"0.00",
    ///          "progress":33.33,"required":1,"status":"started","total_renewed":2}"#,
    /// )?;
    /// assert_eq!(row.deadline.as_ref().map(|date| date.as_str()), Some("2019-02-30"));
    /// assert_eq!(row.progress.as_ref().and_then(|percent| percent.as_f64()), Some(33.33));
    /// assert_eq!(row.status, Some(ParticipantStatus::Started));
    /// assert!(row.extra.get("total_renewed").is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub struct CourseParticipant {
        /// The course: `9001` (documented).
        course_id: CourseId = "course_id", required;

        /// The person: `80085` (documented).
        user_id: UserId = "user_id", required, personal;

        /// When the course was assigned: `2019-02-08 12:13:35`, no zone (documented).
        assigned_at: Option<DateTimeText> = "assigned_at", personal;

        /// How often the person has tried: `15` (documented).
        attempts: Option<NumberOrText> = "attempts", personal;

        /// When the person was done: `2019-02-08 12:13:35`, no zone; `null` before (documented).
        completed_at: Option<DateTimeText> = "completed_at", personal;

        /// Date by which the course is due: `2019-02-30`, which is the documented sample and a day
        /// that no calendar has. Kept as it came.
        deadline: Option<DateText> = "deadline", writable, personal;

        /// Progress in percent: its type says number, its sample is `"33.33"` (documented). Kept as
        /// it came.
        progress: Option<NumberOrText> = "progress", personal;

        /// When the course is due again: `2020-02-08 12:13:35`, no zone (documented). Comes only
        /// with `extended_mode`.
        renewal_at: Option<DateTimeText> = "renewal_at", personal;

        /// Whether the person has to take the course: `1` (documented). In programs this is a truth
        /// value on the wire.
        required: Option<bool> = "required", writable, personal;

        /// Score: a number written as text, `"0.00"` (documented). Kept as it came.
        score: Option<NumberOrText> = "score", personal;

        /// When the person began: `2019-02-08 12:13:35`, no zone; `null` before (documented).
        started_at: Option<DateTimeText> = "started_at", personal;

        /// How far the person is: `completed`, `not_started` or `started` (documented). Comes only
        /// with `extended_mode`.
        status: Option<ParticipantStatus> = "status", personal;

        /// Seconds that the person has spent on it: `15` (documented).
        time_spent: Option<NumberOrText> = "time_spent", personal;
    }
}
