//! The body of a request that writes a person.

use crate::{AccessGroupId, Activation, Gender, TeamId, UnitId, UserId, UserPermission};
use eloomi_wire::{Attributes, DateText, DateTimeText, NumberOrText, Patch, Text, model};

model! {
    /// What creating or updating a person writes: each field is left, emptied or given a value.
    ///
    /// Write names differ from read names here and there: `language_code` and `language_iso` come
    /// back as `language`, `team_ids` as `team_id`, access groups by id come back as objects.
    ///
    /// ```
    /// use eloomi_model::UserChanges;
    /// use eloomi_wire::Patch;
    ///
    /// let mut changes = UserChanges::default();
    /// changes.title = "Architect".into();
    /// changes.birthday = Patch::Clear;
    /// assert_eq!(format!("{changes:?}"), "UserChanges { birthday, title, .. }");
    /// ```
    pub struct UserChanges {
        /// Access groups that the person is to have, by id (documented by the reference site).
        access_groups: Patch<Vec<AccessGroupId>> = "access_groups", writable, personal;

        /// How to activate or deactivate (documented). Some ways send mail.
        activate: Patch<Activation> = "activate", writable, personal;

        /// Managers to add, by employee id (documented in 2018).
        add_direct_manager_employee_ids: Patch<Vec<Text>>
            = "add_direct_manager_employee_ids", writable, personal;

        /// Managers to add, by id (documented in 2018). Nothing takes one away but replacing all.
        add_direct_manager_ids: Patch<Vec<UserId>> = "add_direct_manager_ids", writable, personal;

        /// Birthday, `1980-12-14` (documented in 2018).
        birthday: Patch<DateText> = "birthday", writable, personal;

        /// Country, as free text (documented in 2018).
        country: Patch<Text> = "country", writable, personal;

        /// Attributes; a key that eloomi has not registered for the customer may fail (inferred).
        custom_attributes: Attributes = "custom_attributes", writable, personal;

        /// Units to be in, by code (documented); never together with `department_id`.
        department_code: Patch<Vec<Text>> = "department_code", writable, personal;

        /// Units to be in, by id. Documented as texts by one source and as numbers by another;
        /// written as numbers, which programs that others run do too.
        department_id: Patch<Vec<UnitId>> = "department_id", writable, personal;

        /// All direct managers, by employee id (documented).
        direct_manager_employee_ids: Patch<Vec<Text>>
            = "direct_manager_employee_ids", writable, personal;

        /// All direct managers, by id (documented).
        direct_manager_ids: Patch<Vec<UserId>> = "direct_manager_ids", writable, personal;

        /// E-mail address, unique (documented). Changing it changes the key too.
        email: Patch<Text> = "email", writable, personal;

        /// The customer's own id for the person: `E1002` (documented).
        employee_id: Patch<Text> = "employee_id", writable, personal;

        /// When the employment ends, `2018-12-25 08:00:00` (documented). What eloomi advises in
        /// place of deleting: it deactivates the person.
        end_of_employment_at: Patch<DateTimeText> = "end_of_employment_at", writable, personal;

        /// First name (documented).
        first_name: Patch<Text> = "first_name", writable, personal;

        /// Gender, `M` or `F` (documented in 2018).
        gender: Patch<Gender> = "gender", writable, personal;

        /// Role, as a label (documented).
        generic_role: Patch<Text> = "generic_role", writable, personal;

        /// Initials (documented in 2018).
        initials: Patch<Text> = "initials", writable, personal;

        /// Language of the platform: `en`, `da`; the company's where absent (documented).
        language_code: Patch<Text> = "language_code", writable, personal;

        /// Region of the language: `US`, `DK` (documented in 2018).
        language_iso: Patch<Text> = "language_iso", writable, personal;

        /// Last name (documented).
        last_name: Patch<Text> = "last_name", writable, personal;

        /// Legal company (documented in 2018).
        legal: Patch<Text> = "legal", writable, personal;

        /// Level: a number in the documentation, a word in use (documented in 2018).
        level: Patch<NumberOrText> = "level", writable, personal;

        /// Place (documented in 2018).
        location: Patch<Text> = "location", writable, personal;

        /// Mobile number (documented by the reference site).
        mobile_phone: Patch<Text> = "mobile_phone", writable, personal;

        /// Initial password (documented by the reference site).
        password: Patch<Text> = "password", writable, personal;

        /// Private e-mail address (documented).
        personal_email: Patch<Text> = "personal_email", writable, personal;

        /// Phone number (documented).
        phone: Patch<Text> = "phone", writable, personal;

        /// Profiles, by id (documented by the reference site; no profile endpoint is known).
        profile_ids: Patch<Vec<u64>> = "profile_ids", writable, personal;

        /// What to ask the person at the next login (documented by the reference site).
        prompts: Option<UserPrompts> = "prompts", writable, personal;

        /// When the employment begins, `2018-12-25 08:00:00` (documented).
        start_of_employment_at: Patch<DateTimeText> = "start_of_employment_at", writable, personal;

        /// Teams to be in, by id (documented by the reference site).
        team_ids: Patch<Vec<TeamId>> = "team_ids", writable, personal;

        /// Job title (documented).
        title: Patch<Text> = "title", writable, personal;

        /// Permission; `user` where absent (documented).
        user_permission: Patch<UserPermission> = "user_permission", writable, personal;

        /// Login name that serves in place of the e-mail address (documented in 2018).
        username: Patch<Text> = "username", writable, personal;
    }
}

model! {
    /// Fields to ask a person for at the next login (documented by the reference site).
    ///
    /// Three states: `true` is mandatory, `false` optional, absent not asked.
    ///
    /// ```
    /// use eloomi_model::UserPrompts;
    ///
    /// let mut prompts = UserPrompts::default();
    /// prompts.phone = Some(true);
    /// prompts.email = Some(false);
    /// ```
    pub struct UserPrompts {
        /// The e-mail address.
        email: Option<bool> = "email", writable;
        /// The employee id.
        employee_id: Option<bool> = "employee_id", writable;
        /// Consent to the terms.
        legal_consent: Option<bool> = "legal_consent", writable;
        /// A new password.
        password: Option<bool> = "password", writable;
        /// The phone number.
        phone: Option<bool> = "phone", writable;
        /// The country code of the phone number.
        phone_code: Option<bool> = "phone_code", writable;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_that_is_optional_is_not_one_that_is_not_asked() {
        let prompts = UserPrompts {
            phone: Some(true),
            email: Some(false),
            ..UserPrompts::default()
        };
        let json = serde_json::to_string(&prompts).unwrap();
        assert_eq!(json, r#"{"email":false,"phone":true}"#);
    }

    #[test]
    fn attributes_are_written_as_given() {
        let brown = eloomi_wire::RawJson::parse("\"brown\"").unwrap();
        let changes = UserChanges {
            custom_attributes: [("hair_color", brown)].into_iter().collect(),
            ..UserChanges::default()
        };
        let json = serde_json::to_string(&changes).unwrap();
        assert_eq!(json, r#"{"custom_attributes":{"hair_color":"brown"}}"#);
    }
}
