//! The body of a request that writes a team.

use std::collections::BTreeMap;

use crate::{CourseId, ProgramId, TeamCourseConfig, TeamProgramConfig, UserId};
use eloomi_wire::{Patch, Text, model};

model! {
    /// What creating or updating a team writes: each field is left, emptied or given a value.
    ///
    /// Three versions of this body are known: one with `add_course_ids` and `remove_course_ids`,
    /// one without courses, and, most likely the newest, one with `course_ids` and `program_ids`
    /// (documented). Lists and maps are taken as the whole set: whoever is not named is out. What
    /// several of the three lists of members mean together is not said.
    ///
    /// ```
    /// use eloomi_model::{TeamChanges, TeamCourseConfig};
    /// use eloomi_wire::Patch;
    ///
    /// let mut changes = TeamChanges::default();
    /// let course = TeamCourseConfig::default().deadline("2026-12-31").required(true);
    /// changes.course_ids = Patch::Set([(12.into(), course)].into());
    /// assert_eq!(format!("{changes:?}"), "TeamChanges { course_ids, .. }");
    /// ```
    pub struct TeamChanges {
        /// Courses to add, by id: `[12]`. Only in a model that looks generated from eloomi's own
        /// description (inferred); never together with `course_ids`.
        add_course_ids: Patch<Vec<CourseId>> = "add_course_ids", writable;

        /// All courses with their settings, by course id:
        /// `{"12":{"deadline":"2026-12-31","required":true}}` (documented, as always the full
        /// set). An empty map, written as `{}`, takes every course away (inferred).
        course_ids: Patch<BTreeMap<CourseId, TeamCourseConfig>> = "course_ids", writable;

        /// Attributes, text by key: `{"cost_center":"1200"}` (documented). A key that eloomi has
        /// not registered for the customer may fail (inferred).
        custom_attributes: Patch<BTreeMap<Text, Text>> = "custom_attributes", writable;

        /// What the team is for, as free text: `Everybody who starts this month` (documented).
        description: Patch<Text> = "description", writable;

        /// All members, by the customer's own ids for them: `["E0052"]` (documented).
        employee_ids: Patch<Vec<Text>> = "employee_ids", writable, personal;

        /// All leaders, by id: `[40]` (documented; that they replace those there were is
        /// inferred). Comes back as `leaders`.
        leader_ids: Patch<Vec<UserId>> = "leader_ids", writable, personal;

        /// Name: `First week` (documented, and required of a new team).
        name: Patch<Text> = "name", writable;

        /// All programs with their settings, by program id:
        /// `{"90092":{"notify":false,"required":true}}` (documented, as always the full set). An
        /// empty map, written as `{}`, takes every program away (inferred). May notify people.
        program_ids: Patch<BTreeMap<ProgramId, TeamProgramConfig>> = "program_ids", writable;

        /// Courses to take away, by id: `[12]`. Known as little as `add_course_ids`; never
        /// together with `course_ids`.
        remove_course_ids: Patch<Vec<CourseId>> = "remove_course_ids", writable;

        /// All members, by e-mail address: `["jane@example.com"]` (documented).
        user_emails: Patch<Vec<Text>> = "user_emails", writable, personal;

        /// All members, by id: `[40, 41]` (documented). That they replace those there were is
        /// observed. Comes back as `users`.
        user_ids: Patch<Vec<UserId>> = "user_ids", writable, personal;
    }
}
