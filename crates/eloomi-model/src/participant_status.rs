//! How far a person is with a course.

use eloomi_wire::open_enum;

open_enum! {
    /// How far a person is with a course. Three words are documented; `Other` keeps what else may
    /// come.
    ///
    /// ```
    /// use eloomi_model::ParticipantStatus;
    ///
    /// assert_eq!(ParticipantStatus::from("not_started"), ParticipantStatus::NotStarted);
    /// assert_eq!(ParticipantStatus::from("expired").as_str(), "expired");
    /// ```
    pub enum ParticipantStatus {
        /// `completed` (documented).
        Completed = "completed",
        /// `not_started` (documented).
        NotStarted = "not_started",
        /// `started` (documented).
        Started = "started",
    }
}
