//! The setters that creating and updating a person have in common: one per field.

/// Writes the setters of a request that holds its [`UserChanges`](eloomi_model::UserChanges) in
/// a field named `changes`.
macro_rules! user_setters {
    ($request:ty) => {
        eloomi_wire::patch_setters! { $request;
            activate: Activation, "how to activate or deactivate; some ways send mail, see [`Activation`]";
            birthday: DateText, "the birthday, as `1980-12-14`";
            country: Text, "the country, as free text";
            email: Text, "the e-mail address, which is unique";
            employee_id: Text, "the company's own id for the person";
            end_of_employment_at: DateTimeText, "when the employment ends, as `2018-12-25 08:00:00`; eloomi advises this over deleting";
            first_name: Text, "the first name";
            gender: Gender, "the gender";
            generic_role: Text, "the role, a label";
            initials: Text, "the initials";
            language_code: Text, "the language of the platform, as `en`; comes back in `language`";
            language_iso: Text, "the region of the language, as `US`; comes back in `language`";
            last_name: Text, "the last name";
            legal: Text, "the legal company";
            level: NumberOrText, "the level, a number or a word";
            location: Text, "the place";
            mobile_phone: Text, "the mobile number";
            password: Text, "the initial password";
            personal_email: Text, "the private e-mail address";
            phone: Text, "the phone number";
            start_of_employment_at: DateTimeText, "when the employment begins, as `2018-12-25 08:00:00`";
            title: Text, "the job title";
            user_permission: UserPermission, "the permission";
            username: Text, "a login name in place of the e-mail address";
        }
        eloomi_wire::list_setters! { $request;
            access_groups: AccessGroupId, "all access groups, by id";
            add_direct_manager_employee_ids: Text, "managers to add, by employee id; never with a form that replaces";
            add_direct_manager_ids: UserId, "managers to add, by id; never with a form that replaces";
            department_code: Text, "the units, by code; never with `department_id`";
            department_id: UnitId, "the units, by id; never with `department_code`";
            direct_manager_employee_ids: Text, "all direct managers, by employee id; never with a form that adds";
            direct_manager_ids: UserId, "all direct managers, by id; never with a form that adds";
            profile_ids: u64, "the profiles, by id";
            team_ids: TeamId, "the teams, by id; come back as `team_id`";
        }

        impl $request {
            /// Sets free-form attributes; an empty map changes nothing. Keys must
            /// have been registered by eloomi; others may fail (inferred).
            pub fn custom_attributes(mut self, attributes: eloomi_wire::Attributes) -> Self {
                self.changes.custom_attributes = attributes;
                self
            }

            /// Writes all of this in place of what was set before, by `new` as well.
            pub fn with_changes(mut self, changes: eloomi_model::UserChanges) -> Self {
                self.changes = changes;
                self
            }

            /// Sets what to ask the person at the next login.
            pub fn prompts(mut self, prompts: eloomi_model::UserPrompts) -> Self {
                self.changes.prompts = Some(prompts);
                self
            }

            /// What is written, to look at.
            pub fn changes(&self) -> &eloomi_model::UserChanges {
                &self.changes
            }
        }
    };
}

pub(crate) use user_setters;
