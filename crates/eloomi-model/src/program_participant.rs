//! A person in a program.

use crate::UserId;
use eloomi_wire::{DateTimeText, model};

model! {
    /// Person in a program. It does not say which program (documented).
    ///
    /// ```
    /// use eloomi_model::ProgramParticipant;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let row: ProgramParticipant = eloomi_wire::decode(
    ///     br#"{"user_id":80085,"assigned_at":"2019-02-08 12:13:35","completed_at":null,"required":true}"#,
    /// )?;
    /// assert_eq!(row.required, Some(true));
    /// assert!(row.completed_at.is_none());
    /// # Ok(())
    /// # }
    /// ```
    pub struct ProgramParticipant {
        /// The person: `80085` (documented).
        user_id: UserId = "user_id", required, personal;

        /// When the program was assigned: `2019-02-08 12:13:35`, no zone (documented).
        assigned_at: Option<DateTimeText> = "assigned_at", personal;

        /// When the person was done: `2019-02-08 12:13:35`, no zone; `null` before (documented).
        completed_at: Option<DateTimeText> = "completed_at", personal;

        /// Whether the person has to take the program: `true` (documented). In courses this is `0`
        /// or `1` on the wire, which is read here too.
        required: Option<bool> = "required", personal;
    }
}
