//! How a team takes a program.

use eloomi_wire::model;

model! {
    /// How a team takes a program: a value of `program_ids`. Documented.
    ///
    /// The same settings are spelt otherwise where programs are assigned by a call of their own:
    /// see [`TeamProgramAssignment`](crate::TeamProgramAssignment).
    ///
    /// ```
    /// use eloomi_model::TeamProgramConfig;
    ///
    /// let quietly = TeamProgramConfig::default().notify(false).required(true);
    /// assert_eq!(quietly.notify, Some(false));
    /// ```
    pub struct TeamProgramConfig {
        /// Whether members are told: `true` or `false`; `true` where absent (documented).
        notify: Option<bool> = "notify", writable;

        /// Whether members have to take the program: `true` or `false` (documented). What its
        /// absence means could not be read.
        required: Option<bool> = "required", writable;
    }
}

impl TeamProgramConfig {
    /// Sets whether members are told.
    #[must_use = "this returns a changed copy"]
    pub fn notify(mut self, notify: bool) -> Self {
        self.notify = Some(notify);
        self
    }

    /// Sets whether members have to take the program.
    #[must_use = "this returns a changed copy"]
    pub fn required(mut self, required: bool) -> Self {
        self.required = Some(required);
        self
    }

    /// Tells whether people may be told: they are unless `notify` is `false`.
    pub fn may_notify(&self) -> bool {
        self.notify != Some(false)
    }
}
