//! How a person is to take a course.

use eloomi_wire::{Attributes, DateText, Patch, ZeroOrOne, model};

model! {
    /// What is written of a person in a course: the body that assigns one, and that changes how one
    /// was assigned. It may be empty (documented for assigning).
    ///
    /// ```
    /// use eloomi_model::CourseAssignment;
    /// use eloomi_wire::Patch;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let body: CourseAssignment = eloomi_wire::decode(
    ///     br#"{"required":1,"deadline":"2020-12-13","customAttributes":{"cost_center":"1200"}}"#,
    /// )?;
    /// assert_eq!(body.required, Patch::Set(true.into()));
    /// assert_eq!(format!("{body:?}"), "CourseAssignment { custom_attributes, deadline, required, .. }");
    /// # Ok(())
    /// # }
    /// ```
    pub struct CourseAssignment {
        /// Attributes by key, which depend on platform and course; their values are texts:
        /// `{"cost_center":"1200"}` (documented). Here and nowhere else the name has a capital
        /// letter inside.
        custom_attributes: Attributes = "customAttributes", writable, personal;

        /// Date by which the course is due: `2020-12-13` (documented). That clearing it takes the
        /// deadline away is inferred.
        deadline: Patch<DateText> = "deadline", writable, personal;

        /// Whether the person has to take the course, written as `1` or `0` (documented).
        /// What `null` does nobody says.
        required: Patch<ZeroOrOne> = "required", writable, personal;
    }
}
