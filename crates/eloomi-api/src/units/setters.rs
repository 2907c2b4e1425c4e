//! The setters that creating and updating a unit have in common: one per field.

/// Writes the setters of a request that holds its [`UnitChanges`](eloomi_model::UnitChanges) in
/// a field named `changes`.
macro_rules! unit_setters {
    ($request:ty) => {
        eloomi_wire::patch_setters! { $request;
            code: Text, "the company's own code for the unit, which need not be unique";
            name: Text, "the name, which no unit is without";
            parent_code: Text, "the unit above, by code; never with `parent_id`";
            parent_id: UnitId, "the unit above, by id; never with `parent_code`";
        }
        eloomi_wire::list_setters! { $request;
            access_groups: AccessGroupId, "the access groups that members of the unit get, by id";
            add_department_learning_manager_emails: Text, "learning managers to add, by e-mail address";
            add_department_learning_manager_employee_ids: Text, "learning managers to add, by employee id";
            add_department_learning_manager_ids: UserId, "learning managers to add, by id";
            add_department_organizational_manager_emails: Text, "organizational managers to add, by e-mail address";
            add_department_organizational_manager_employee_ids: Text, "organizational managers to add, by employee id";
            add_department_organizational_manager_ids: UserId, "organizational managers to add, by id";
            add_department_performance_manager_emails: Text, "performance managers to add, by e-mail address";
            add_department_performance_manager_employee_ids: Text, "performance managers to add, by employee id";
            add_department_performance_manager_ids: UserId, "performance managers to add, by id";
            leader_email: Text, "the leaders, by e-mail address; a list in spite of its name";
            leader_ids: UserId, "the leaders, by id; come back as `leaders`";
            leaders_employee_ids: Text, "the leaders, by employee id";
            user_emails: Text, "the members, by e-mail address";
            user_ids: UserId, "the members, by id; come back as `users`";
        }

        impl $request {
            /// Writes all of this in place of what was set before, by `new` as well.
            pub fn with_changes(mut self, changes: eloomi_model::UnitChanges) -> Self {
                self.changes = changes;
                self
            }

            /// What is written, to look at.
            pub fn changes(&self) -> &eloomi_model::UnitChanges {
                &self.changes
            }
        }
    };
}

pub(crate) use unit_setters;
