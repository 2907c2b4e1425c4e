//! How a team takes a course.

use eloomi_wire::{DateText, model};

model! {
    /// How a team takes a course: a value of `course_ids`. Documented.
    ///
    /// ```
    /// use eloomi_model::TeamCourseConfig;
    ///
    /// let by_new_year = TeamCourseConfig::default().deadline("2026-12-31").required(true);
    /// assert_eq!(by_new_year.required, Some(true));
    /// ```
    pub struct TeamCourseConfig {
        /// Date by which the course is due: `2026-12-31`. Without it there is no deadline
        /// (documented).
        deadline: Option<DateText> = "deadline", writable;

        /// Whether members have to take the course: `true` or `false`; `false` where absent
        /// (documented).
        required: Option<bool> = "required", writable;
    }
}

impl TeamCourseConfig {
    /// Sets the date by which the course is due, as `2026-12-31`.
    #[must_use = "this returns a changed copy"]
    pub fn deadline(mut self, deadline: impl Into<DateText>) -> Self {
        self.deadline = Some(deadline.into());
        self
    }

    /// Sets whether members have to take the course.
    #[must_use = "this returns a changed copy"]
    pub fn required(mut self, required: bool) -> Self {
        self.required = Some(required);
        self
    }
}
