//! The fields of a team that a command line can write.

use eloomi::{
    CreateTeam, TeamProgramConfig, UpdateTeam,
    model::TeamChanges,
    wire::{Extra, Field},
};

use super::{
    TEAMS,
    settings::{courses, programs},
};
use crate::{
    fields::{Changes, Flag, Kind, Writes, fields},
    noun::Noun,
};

fields! {
    add_course_ids: Kind::Ids, "ID,…", "Courses to add, by id; hardly anything is known of it, and never with --course";
    course_ids: Kind::Settings(courses), "ID[:required][:deadline=DATE]", "A course with its settings; may stand more than once, for all of them";
    custom_attributes: Kind::Attributes, "KEY=VALUE", "An attribute that eloomi has registered for you; may stand more than once";
    description: Kind::Text, "TEXT", "What the team is for";
    employee_ids: Kind::Texts, "ID,…", "All members, by employee id";
    leader_ids: Kind::Ids, "ID,…", "All leaders, by id";
    name: Kind::Text, "NAME", "Name";
    program_ids: Kind::Settings(programs), "ID[:required][:silent]", "A program with its settings; may stand more than once, for all of them";
    remove_course_ids: Kind::Ids, "ID,…", "Courses to take away, by id; as --add-course-ids";
    user_emails: Kind::Texts, "ADDRESS,…", "All members, by e-mail address";
    user_ids: Kind::Ids, "ID,…", "All members, by id";
}

impl Changes for TeamChanges {
    const NOUN: &'static Noun = &TEAMS;

    const FIELDS: &'static [Field] = TeamChanges::FIELDS;

    const FLAGS: &'static [Flag] = FLAGS;

    const SUCH_AS: &'static str = "--name";

    const INPUT: &'static str = "{\"name\": \"First week\", …}";

    // As of a team that is printed.
    const SHOWN: &'static [&'static str] = &[
        "add_course_ids",
        "course_ids",
        "description",
        "employee_ids",
        "leader_ids",
        "name",
        "program_ids",
        "remove_course_ids",
        "user_ids",
    ];

    // Nobody knows what empties attributes, and a team has a name.
    const NEVER_EMPTY: &'static [&'static str] = &[
        "add_course_ids",
        "custom_attributes",
        "name",
        "remove_course_ids",
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn inner(&self) -> Vec<(&'static str, &Extra)> {
        let courses = self.course_ids.value().into_iter().flatten();
        let programs = self.program_ids.value().into_iter().flatten();
        let courses = courses.map(|(_, course)| ("course_ids.", &course.extra));
        let programs = programs.map(|(_, program)| ("program_ids.", &program.extra));
        courses.chain(programs).collect()
    }

    fn warning(&self) -> Option<&'static str> {
        let programs = self.program_ids.value()?;
        let may_notify = programs.values().any(TeamProgramConfig::may_notify);
        may_notify.then_some("`program_ids`: this may notify the people of the team")
    }
}

impl Writes for CreateTeam {
    type Changes = TeamChanges;

    fn with(self, changes: TeamChanges) -> Self {
        self.with_changes(changes)
    }
}

impl Writes for UpdateTeam {
    type Changes = TeamChanges;

    fn with(self, changes: TeamChanges) -> Self {
        self.with_changes(changes)
    }
}

#[cfg(test)]
mod tests;
