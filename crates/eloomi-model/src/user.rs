//! A person.

use crate::{AccessGroupRef, Gender, TeamId, UnitId, UserId, UserPermission};
use eloomi_wire::{Attributes, DateText, DateTimeText, NumberOrText, Text, model};

model! {
    /// Person as eloomi answers.
    ///
    /// Only the id is required: right after creation most of the rest is `null` (documented).
    /// A text that was never set is `null` or empty, depending on the field and the source;
    /// both are kept as they came. Three fields have two spellings, depending
    /// on the source: see [`mobile_phone`](Self::mobile_phone),
    /// [`start_of_employment_at`](Self::start_of_employment_at) and
    /// [`end_of_employment_at`](Self::end_of_employment_at).
    ///
    /// The id stands first, all else in alphabetical order. *Writable* fields have a
    /// counterpart in the body of an update, of the same name unless it says otherwise.
    ///
    /// ```
    /// use eloomi_model::{User, UserPermission};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let user: User = eloomi_wire::decode(
    ///     br#"{"id":80085,"user_permission":"company adm.","shoe_size":38}"#,
    /// )?;
    /// assert_eq!(user.user_permission, Some(UserPermission::CompanyAdministrator));
    /// assert!(user.extra.get("shoe_size").is_some());
    /// assert_eq!(format!("{user:?}"), "User { id, user_permission, .. }");
    /// # Ok(())
    /// # }
    /// ```
    pub struct User {
        /// Number that eloomi gives to the person: `80085` (documented; the reference site
        /// describes it by a text that belongs to another field).
        id: UserId = "id", required, personal;

        /// Access groups that the person is in (documented). Answers list groups, an update takes
        /// their ids.
        access_groups: Vec<AccessGroupRef> = "access_groups", writable, personal;

        /// When the person was activated: `2018-12-14 14:36:38`, no zone; absent until then
        /// (documented). An update activates by another field, `activate`.
        activated_at: Option<DateTimeText> = "activated_at", personal;

        /// Birthday. Sources disagree: `2017-01-01` (the documentation of 2018) or
        /// `1980-12-14 00:00:00` (the reference site). An update takes the date alone.
        birthday: Option<DateText> = "birthday", writable, personal;

        /// Country, as free text: `Denmark` (documented).
        country: Option<Text> = "country", writable, personal;

        /// Attributes whose keys the customer has had registered: `{"hair_color":"brown"}`
        /// (documented; values may be `null`). An empty object may come as `[]` (inferred). An
        /// update with an unregistered key may fail (inferred).
        custom_attributes: Attributes = "custom_attributes", writable, personal;

        /// Units that the person is in, though the name is singular: `[7, 12]`. May come as an
        /// empty list or `null` (documented). An update takes this or unit codes, never both.
        department_id: Vec<UnitId> = "department_id", writable, personal;

        /// Direct managers: `[80001]`. May come as an empty list or `null` (documented). An
        /// update replaces them under this name and adds to them under `add_direct_manager_ids`.
        direct_manager_ids: Vec<UserId> = "direct_manager_ids", writable, personal;

        /// E-mail address: `jane@example.com` (documented). Required on creation and unique.
        email: Option<Text> = "email", writable, personal;

        /// The customer's own id for the person: `E0052` (documented). Addresses the person too.
        employee_id: Option<Text> = "employee_id", writable, personal;

        /// When the employment ends: `2025-12-31 00:00:00`, no zone (documented). Sources
        /// disagree on the name: with `_at` in requests, in the samples of 2018 and in a
        /// warehouse filled from answers; without on the reference site. An update writes `_at`.
        end_of_employment_at: Option<DateTimeText>
            = "end_of_employment_at" | "end_of_employment", writable, personal;

        /// First name: `Jane` (documented).
        first_name: Option<Text> = "first_name", writable, personal;

        /// Gender: `F` (documented).
        gender: Option<Gender> = "gender", writable, personal;

        /// Label of a role, without function: `Architect` (documented; missing from the samples
        /// of 2018).
        generic_role: Option<Text> = "generic_role", writable, personal;

        /// Initials: `JD` (documented).
        initials: Option<Text> = "initials", writable, personal;

        /// Language of the platform for the person. Sources disagree: `en`, `sv` (the samples of
        /// 2018) or `en-US` (the reference site). Read only under this name: an update writes
        /// `language_code`, and by some sources `language_iso`.
        language: Option<Text> = "language", personal;

        /// Last name: `Doe`; an empty text when never set (documented).
        last_name: Option<Text> = "last_name", writable, personal;

        /// Legal company: `Example Ltd` (documented).
        legal: Option<Text> = "legal", writable, personal;

        /// Level. Sources disagree: an integer, `0` or `5`, in the documentation; `Senior` in the
        /// sample of the package for .NET. Either is kept as it came.
        level: Option<NumberOrText> = "level", writable, personal;

        /// Location, as free text: `Floor 2` (documented).
        location: Option<Text> = "location", writable, personal;

        /// Mobile phone: `555-0100`. Sources disagree on the name: `mobile_phone` in requests, in
        /// the samples of 2018 and in a warehouse filled from answers; `mobile` on the reference
        /// site. An update writes `mobile_phone`.
        mobile_phone: Option<Text> = "mobile_phone" | "mobile", writable, personal;

        /// Private e-mail address: `jane.doe@example.com` (documented).
        personal_email: Option<Text> = "personal_email", writable, personal;

        /// Phone: `555-0101`; `null` or an empty text when unset (documented).
        phone: Option<Text> = "phone", writable, personal;

        /// Salary id. Sources disagree: an integer on the reference site, text in a warehouse
        /// filled from answers and in a client. Either is kept as it came.
        salary_id: Option<NumberOrText> = "salary_id", personal;

        /// Level of skill. Deprecated by eloomi (documented).
        skill_level: Option<Text> = "skill_level", personal;

        /// When the employment starts: `2017-07-01 09:30:11`, no zone (documented). Sources
        /// disagree on the name, as with [`end_of_employment_at`](Self::end_of_employment_at).
        start_of_employment_at: Option<DateTimeText>
            = "start_of_employment_at" | "start_of_employment", writable, personal;

        /// Company below the company. Deprecated by eloomi (documented).
        sub_company: Option<Text> = "sub_company", personal;

        /// Teams that the person is in, though the name is singular: `[3]`. May come as an empty
        /// list or `null` (documented). Read only under this name: an update writes `team_ids`.
        team_id: Vec<TeamId> = "team_id", personal;

        /// Time zone, by its name in the tz database: `Europe/Brussels` (documented; missing from
        /// the samples of 2018).
        timezone: Option<Text> = "timezone", personal;

        /// Job title: `Accountant`; `null` or an empty text when unset (documented).
        title: Option<Text> = "title", writable, personal;

        /// Level of permission: `user` (documented, with differing lists of values: see
        /// [`UserPermission`]).
        user_permission: Option<UserPermission> = "user_permission", writable, personal;

        /// Login name that may stand in for the e-mail address: `jane.doe` (documented).
        username: Option<Text> = "username", writable, personal;
    }
}
