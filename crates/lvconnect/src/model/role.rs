//! What a person is in the company, and so what they may do.

use eloomi_wire::open_enum;

open_enum! {
    /// Role of a person. The documents have six of these and write `rh` for [`Hr`](Self::Hr);
    /// the rest is measured. A person may have several, and the same one twice.
    ///
    /// ```
    /// use lvconnect::Role;
    ///
    /// assert!(Role::Talent.may_write());
    /// assert_eq!(Role::from("rh"), Role::Other("rh".into()));
    /// ```
    pub enum Role {
        /// Board.
        Board = "board",
        /// Business.
        Business = "business",
        /// Communication.
        Com = "com",
        /// Feedback manager.
        FeedbackManager = "feedbackManager",
        /// Finance.
        Finance = "finance",
        /// Human resources; `rh` in the documents, which the service refuses.
        Hr = "hr",
        /// Lead.
        Lead = "lead",
        /// Project manager.
        ProjectManager = "projectManager",
        /// Talent.
        Talent = "talent",
        /// Tech.
        Tech = "tech",
    }
}

impl Role {
    /// Whether whoever has it may create, change and remove others, given the scope.
    pub fn may_write(&self) -> bool {
        matches!(self, Self::Board | Self::Hr | Self::Talent) || self.as_str() == "rh"
    }
}
