//! The body of a request that writes a unit.

use crate::{AccessGroupId, CourseId, UnitId, UserId};
use eloomi_wire::{Patch, Text, model};

model! {
    /// What creating or updating a unit writes: each field is left, emptied or given a value.
    ///
    /// Lists without `add_` or `remove_` in front most likely replace; whether they do could not
    /// be read. Of the spellings that the sources have, one is written, and all are read.
    /// Courses and the members to add or take out are not on the page for creation, `remove_` of
    /// managers is on that for updates only (documented).
    ///
    /// ```
    /// use eloomi_model::UnitChanges;
    /// use eloomi_wire::Patch;
    ///
    /// let mut changes = UnitChanges::default();
    /// changes.name = "Inbound Marketing".into();
    /// changes.parent_id = Patch::Clear;
    /// changes.user_emails = vec!["jane@example.com".into()].into();
    /// assert_eq!(format!("{changes:?}"), "UnitChanges { name, parent_id, user_emails, .. }");
    /// ```
    pub struct UnitChanges {
        /// Access groups that the members of the unit get, by id: `[24]` (documented).
        access_groups: Patch<Vec<AccessGroupId>> = "access_groups", writable;

        /// Courses to add, by id: `[61]` (documented by the reference site).
        add_course_ids: Patch<Vec<CourseId>> = "add_course_ids", writable;

        /// Learning managers of the unit to add, by e-mail address: `["jane@example.com"]`
        /// (documented by the reference site).
        add_department_learning_manager_emails: Patch<Vec<Text>>
            = "add_department_learning_manager_emails", writable, personal;

        /// Learning managers of the unit to add, by employee id: `["EI111"]`
        /// (documented by the reference site).
        add_department_learning_manager_employee_ids: Patch<Vec<Text>>
            = "add_department_learning_manager_employee_ids", writable, personal;

        /// Learning managers of the unit to add, by id: `[40]`
        /// (documented by the reference site).
        add_department_learning_manager_ids: Patch<Vec<UserId>>
            = "add_department_learning_manager_ids", writable, personal;

        /// Organizational managers of the unit to add, by e-mail address: `["jane@example.com"]`
        /// (documented by the reference site).
        add_department_organizational_manager_emails: Patch<Vec<Text>>
            = "add_department_organizational_manager_emails", writable, personal;

        /// Organizational managers of the unit to add, by employee id: `["EI111"]`
        /// (documented by the reference site).
        add_department_organizational_manager_employee_ids: Patch<Vec<Text>>
            = "add_department_organizational_manager_employee_ids", writable, personal;

        /// Organizational managers of the unit to add, by id: `[40]`
        /// (documented by the reference site).
        add_department_organizational_manager_ids: Patch<Vec<UserId>>
            = "add_department_organizational_manager_ids", writable, personal;

        /// Performance managers of the unit to add, by e-mail address: `["jane@example.com"]`
        /// (documented by the reference site).
        add_department_performance_manager_emails: Patch<Vec<Text>>
            = "add_department_performance_manager_emails", writable, personal;

        /// Performance managers of the unit to add, by employee id: `["EI111"]`
        /// (documented by the reference site).
        add_department_performance_manager_employee_ids: Patch<Vec<Text>>
            = "add_department_performance_manager_employee_ids", writable, personal;

        /// Performance managers of the unit to add, by id: `[40]`
        /// (documented by the reference site).
        add_department_performance_manager_ids: Patch<Vec<UserId>>
            = "add_department_performance_manager_ids", writable, personal;

        /// Members to add, by id: `[40]` (documented by the reference site). A program sends them as
        /// texts (observed); written as numbers.
        add_user_ids: Patch<Vec<UserId>> = "add_user_ids", writable, personal;

        /// The customer's own code: `MAR02` (documented). Not unique.
        code: Patch<Text> = "code", writable;

        /// Leaders, by e-mail address: `["jane@example.com"]` (documented). A list in spite of its
        /// name.
        leader_email: Patch<Vec<Text>> = "leader_email", writable, personal;

        /// Leaders, by id: `[40]` (documented).
        leader_ids: Patch<Vec<UserId>> = "leader_ids" | "leaders", writable, personal;

        /// Leaders, by employee id: `["EI111"]` (documented). Four spellings are known; this one
        /// stands in both documents.
        leaders_employee_ids: Patch<Vec<Text>>
            = "leaders_employee_ids" | "leaders_employee_id" | "leader_employee_ids" | "leader_employee_id",
            writable, personal;

        /// Name: `Inbound Marketing` (documented).
        name: Patch<Text> = "name", writable;

        /// The unit above, by code: `MAR` (documented); never together with `parent_id`.
        parent_code: Patch<Text> = "parent_code", writable;

        /// The unit above, by id: `12` (documented).
        parent_id: Patch<UnitId> = "parent_id", writable;

        /// Courses to take away, by id: `[61]` (documented by the reference site).
        remove_course_ids: Patch<Vec<CourseId>> = "remove_course_ids", writable;

        /// Learning managers of the unit to take away, by e-mail address: `["jane@example.com"]`
        /// (documented by the reference site).
        remove_department_learning_manager_emails: Patch<Vec<Text>>
            = "remove_department_learning_manager_emails", writable, personal;

        /// Learning managers of the unit to take away, by employee id: `["EI111"]`
        /// (documented by the reference site).
        remove_department_learning_manager_employee_ids: Patch<Vec<Text>>
            = "remove_department_learning_manager_employee_ids", writable, personal;

        /// Learning managers of the unit to take away, by id: `[40]`
        /// (documented by the reference site).
        remove_department_learning_manager_ids: Patch<Vec<UserId>>
            = "remove_department_learning_manager_ids", writable, personal;

        /// Organizational managers of the unit to take away, by e-mail address: `["jane@example.com"]`
        /// (documented by the reference site).
        remove_department_organizational_manager_emails: Patch<Vec<Text>>
            = "remove_department_organizational_manager_emails", writable, personal;

        /// Organizational managers of the unit to take away, by employee id: `["EI111"]`
        /// (documented by the reference site).
        remove_department_organizational_manager_employee_ids: Patch<Vec<Text>>
            = "remove_department_organizational_manager_employee_ids", writable, personal;

        /// Organizational managers of the unit to take away, by id: `[40]`
        /// (documented by the reference site).
        remove_department_organizational_manager_ids: Patch<Vec<UserId>>
            = "remove_department_organizational_manager_ids", writable, personal;

        /// Performance managers of the unit to take away, by e-mail address: `["jane@example.com"]`
        /// (documented by the reference site).
        remove_department_performance_manager_emails: Patch<Vec<Text>>
            = "remove_department_performance_manager_emails", writable, personal;

        /// Performance managers of the unit to take away, by employee id: `["EI111"]`
        /// (documented by the reference site).
        remove_department_performance_manager_employee_ids: Patch<Vec<Text>>
            = "remove_department_performance_manager_employee_ids", writable, personal;

        /// Performance managers of the unit to take away, by id: `[40]`
        /// (documented by the reference site).
        remove_department_performance_manager_ids: Patch<Vec<UserId>>
            = "remove_department_performance_manager_ids", writable, personal;

        /// Members to take out, by id: `[40]` (documented by the reference site).
        remove_user_ids: Patch<Vec<UserId>> = "remove_user_ids", writable, personal;

        /// Members, by e-mail address: `["jane@example.com"]` (documented). The documentation of
        /// 2018 also takes one text with commas; written as a list.
        user_emails: Patch<Vec<Text>> = "user_emails", writable, personal;

        /// Members, by id: `[40, 41]` (documented).
        user_ids: Patch<Vec<UserId>> = "user_ids" | "users", writable, personal;
    }
}
