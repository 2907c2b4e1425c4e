//! The setters that creating and updating a team have in common: one per field.

/// Writes the setters of a request that holds its [`TeamChanges`](eloomi_model::TeamChanges) in
/// a field named `changes`.
macro_rules! team_setters {
    ($request:ty) => {
        eloomi_wire::patch_setters! { $request;
            description: Text, "what the team is for";
            name: Text, "the name";
        }
        eloomi_wire::list_setters! { $request;
            add_course_ids: CourseId, "courses to add, by id; known from one generated model alone, and never with `course_ids`";
            employee_ids: Text, "all members, by employee id";
            leader_ids: UserId, "all leaders, by id; come back as `leaders`";
            remove_course_ids: CourseId, "courses to take away, by id; known from one generated model alone, and never with `course_ids`";
            user_emails: Text, "all members, by e-mail address";
            user_ids: UserId, "all members, by id; come back as `users`";
        }
        eloomi_wire::map_setters! { $request;
            course_ids: CourseId => TeamCourseConfig, "all courses with their settings, by id: those not named are taken away";
            custom_attributes: Text => Text, "attributes, text by key; keys must have been registered by eloomi, others may fail (inferred)";
            program_ids: ProgramId => TeamProgramConfig, "all programs with their settings, by id: those not named are taken away; tells people unless `notify` is `false`";
        }

        impl $request {
            /// Writes all of this in place of what was set before, by `new` as well.
            pub fn with_changes(mut self, changes: eloomi_model::TeamChanges) -> Self {
                self.changes = changes;
                self
            }

            /// What is written, to look at.
            pub fn changes(&self) -> &eloomi_model::TeamChanges {
                &self.changes
            }
        }
    };
}

pub(crate) use team_setters;
