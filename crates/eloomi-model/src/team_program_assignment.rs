//! A program that is assigned to a team.

use crate::ProgramId;
use eloomi_wire::model;

model! {
    /// Program to assign to a team by a call of its own. Documented, with every field as
    /// optional; here the program is required, as an assignment of nothing means nothing.
    ///
    /// The same settings are spelt otherwise in `program_ids` of a team: see
    /// [`TeamProgramConfig`](crate::TeamProgramConfig).
    ///
    /// ```
    /// use eloomi_model::{ProgramId, TeamProgramAssignment};
    ///
    /// let quietly = TeamProgramAssignment::new(90092).is_required(true).notify_users(false);
    /// assert_eq!(quietly.program_id, ProgramId::new(90092));
    /// ```
    pub struct TeamProgramAssignment {
        /// The program: `90092` (documented).
        program_id: ProgramId = "program_id", required, writable;

        /// Whether members have to take it: `true` or `false` (documented). What its absence
        /// means is not said. `required` in `program_ids`.
        is_required: Option<bool> = "is_required", writable;

        /// Whether members are told: `true` or `false` (documented). What its absence means is
        /// not said. `notify` in `program_ids`.
        notify_users: Option<bool> = "notify_users", writable;
    }
}

impl TeamProgramAssignment {
    /// Sets whether members have to take the program.
    #[must_use = "this returns a changed copy"]
    pub fn is_required(mut self, is_required: bool) -> Self {
        self.is_required = Some(is_required);
        self
    }

    /// Sets whether members are told.
    #[must_use = "this returns a changed copy"]
    pub fn notify_users(mut self, notify_users: bool) -> Self {
        self.notify_users = Some(notify_users);
        self
    }
}

/// An assignment that leaves the settings to eloomi.
impl From<u64> for TeamProgramAssignment {
    fn from(program_id: u64) -> Self {
        Self::new(program_id)
    }
}

/// An assignment that leaves the settings to eloomi.
impl From<ProgramId> for TeamProgramAssignment {
    fn from(program_id: ProgramId) -> Self {
        Self::new(program_id)
    }
}
