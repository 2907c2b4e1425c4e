//! The fields of a unit that a command line can write.

use eloomi::{
    CreateUnit, UpdateUnit,
    model::UnitChanges,
    wire::{Extra, Field},
};

use super::UNITS;
use crate::{
    fields::{Changes, Flag, Kind, Writes, fields},
    noun::Noun,
};

fields! {
    access_groups: Kind::Ids, "ID,…", "All access groups that members get, by id";
    add_course_ids: Kind::Ids, "ID,…", "Courses to add, by id";
    add_department_learning_manager_emails: Kind::Texts, "ADDRESS,…", "Learning managers to add, by e-mail address";
    add_department_learning_manager_employee_ids: Kind::Texts, "ID,…", "Learning managers to add, by employee id";
    add_department_learning_manager_ids: Kind::Ids, "ID,…", "Learning managers to add, by id";
    add_department_organizational_manager_emails: Kind::Texts, "ADDRESS,…", "Organizational managers to add, by e-mail address";
    add_department_organizational_manager_employee_ids: Kind::Texts, "ID,…", "Organizational managers to add, by employee id";
    add_department_organizational_manager_ids: Kind::Ids, "ID,…", "Organizational managers to add, by id";
    add_department_performance_manager_emails: Kind::Texts, "ADDRESS,…", "Performance managers to add, by e-mail address";
    add_department_performance_manager_employee_ids: Kind::Texts, "ID,…", "Performance managers to add, by employee id";
    add_department_performance_manager_ids: Kind::Ids, "ID,…", "Performance managers to add, by id";
    add_user_ids: Kind::Ids, "ID,…", "Members to add, by id";
    code: Kind::Text, "CODE", "Your own code for the unit, which others may have, too";
    leader_email: Kind::Texts, "ADDRESS,…", "All leaders, by e-mail address";
    leader_ids: Kind::Ids, "ID,…", "All leaders, by id";
    leaders_employee_ids: Kind::Texts, "ID,…", "All leaders, by employee id";
    name: Kind::Text, "NAME", "Name";
    parent_code: Kind::Text, "CODE", "The unit above, by code";
    parent_id: Kind::Id, "ID", "The unit above, by id";
    remove_course_ids: Kind::Ids, "ID,…", "Courses to take away, by id";
    remove_department_learning_manager_emails: Kind::Texts, "ADDRESS,…", "Learning managers to take away, by e-mail address";
    remove_department_learning_manager_employee_ids: Kind::Texts, "ID,…", "Learning managers to take away, by employee id";
    remove_department_learning_manager_ids: Kind::Ids, "ID,…", "Learning managers to take away, by id";
    remove_department_organizational_manager_emails: Kind::Texts, "ADDRESS,…", "Organizational managers to take away, by e-mail address";
    remove_department_organizational_manager_employee_ids: Kind::Texts, "ID,…", "Organizational managers to take away, by employee id";
    remove_department_organizational_manager_ids: Kind::Ids, "ID,…", "Organizational managers to take away, by id";
    remove_department_performance_manager_emails: Kind::Texts, "ADDRESS,…", "Performance managers to take away, by e-mail address";
    remove_department_performance_manager_employee_ids: Kind::Texts, "ID,…", "Performance managers to take away, by employee id";
    remove_department_performance_manager_ids: Kind::Ids, "ID,…", "Performance managers to take away, by id";
    remove_user_ids: Kind::Ids, "ID,…", "Members to take out, by id";
    user_emails: Kind::Texts, "ADDRESS,…", "All members, by e-mail address";
    user_ids: Kind::Ids, "ID,…", "All members, by id";
}

impl Changes for UnitChanges {
    const NOUN: &'static Noun = &UNITS;

    const FIELDS: &'static [Field] = UnitChanges::FIELDS;

    const FLAGS: &'static [Flag] = FLAGS;

    const SUCH_AS: &'static str = "--name";

    const INPUT: &'static str = "{\"name\": \"Sales\", …}";

    // As of people who are printed: all but e-mail addresses.
    const SHOWN: &'static [&'static str] = &[
        "access_groups",
        "add_course_ids",
        "add_department_learning_manager_employee_ids",
        "add_department_learning_manager_ids",
        "add_department_organizational_manager_employee_ids",
        "add_department_organizational_manager_ids",
        "add_department_performance_manager_employee_ids",
        "add_department_performance_manager_ids",
        "add_user_ids",
        "code",
        "leader_ids",
        "leaders_employee_ids",
        "name",
        "parent_code",
        "parent_id",
        "remove_course_ids",
        "remove_department_learning_manager_employee_ids",
        "remove_department_learning_manager_ids",
        "remove_department_organizational_manager_employee_ids",
        "remove_department_organizational_manager_ids",
        "remove_department_performance_manager_employee_ids",
        "remove_department_performance_manager_ids",
        "remove_user_ids",
        "user_ids",
    ];

    // A unit has a name, and there is nothing to empty in what is added or taken away.
    const NEVER_EMPTY: &'static [&'static str] = &[
        "add_course_ids",
        "add_department_learning_manager_emails",
        "add_department_learning_manager_employee_ids",
        "add_department_learning_manager_ids",
        "add_department_organizational_manager_emails",
        "add_department_organizational_manager_employee_ids",
        "add_department_organizational_manager_ids",
        "add_department_performance_manager_emails",
        "add_department_performance_manager_employee_ids",
        "add_department_performance_manager_ids",
        "add_user_ids",
        "name",
        "remove_course_ids",
        "remove_department_learning_manager_emails",
        "remove_department_learning_manager_employee_ids",
        "remove_department_learning_manager_ids",
        "remove_department_organizational_manager_emails",
        "remove_department_organizational_manager_employee_ids",
        "remove_department_organizational_manager_ids",
        "remove_department_performance_manager_emails",
        "remove_department_performance_manager_employee_ids",
        "remove_department_performance_manager_ids",
        "remove_user_ids",
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

impl Writes for CreateUnit {
    type Changes = UnitChanges;

    // They are not on the page for creation.
    const LACKS: &'static [&'static str] = &[
        "add_course_ids",
        "add_user_ids",
        "remove_course_ids",
        "remove_department_learning_manager_emails",
        "remove_department_learning_manager_employee_ids",
        "remove_department_learning_manager_ids",
        "remove_department_organizational_manager_emails",
        "remove_department_organizational_manager_employee_ids",
        "remove_department_organizational_manager_ids",
        "remove_department_performance_manager_emails",
        "remove_department_performance_manager_employee_ids",
        "remove_department_performance_manager_ids",
        "remove_user_ids",
    ];

    fn with(self, changes: UnitChanges) -> Self {
        self.with_changes(changes)
    }
}

impl Writes for UpdateUnit {
    type Changes = UnitChanges;

    fn with(self, changes: UnitChanges) -> Self {
        self.with_changes(changes)
    }
}

#[cfg(test)]
mod tests;
