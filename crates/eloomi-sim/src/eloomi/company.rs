//! Everything that one customer has, and what of it refers to what.

mod access_group;
mod attributes;
mod course;
mod course_assignment;
mod course_participant;
mod deadline;
mod dress;
mod learners;
mod learning;
mod open;
mod program;
mod table;
mod team;
mod unit;

pub(crate) use access_group::{ACCESS_GROUPS, AccessGroup};
pub(crate) use attributes::change_attributes;
pub(crate) use course::Course;
pub(crate) use course_participant::CourseParticipant;
pub(crate) use open::{OpenGroups, Thing};
pub(crate) use program::{ProgramParticipant, ProgramParticipants};
pub(crate) use table::{Record, Table};
pub(crate) use team::{FIRST_TEAM, TEAMS, Team, TeamPrograms};
pub use unit::UnseenOfUnit;
pub(crate) use unit::{FIRST_UNIT, UNITS, Unit, change as change_unit};

use std::collections::BTreeSet;

use crate::eloomi::people::Roster;

/// A customer. What exists at the start is `behaviours::COMPANY` and
/// `behaviours::COURSES_AND_PROGRAMS`.
#[derive(Debug)]
pub(crate) struct Company {
    pub(crate) courses: Table<Course>,
    pub(crate) open: OpenGroups,
    pub(crate) people: Roster,
    pub(crate) program_participants: ProgramParticipants,
    pub(crate) team_programs: TeamPrograms,
    pub(crate) teams: Table<Team>,
    pub(crate) units: Table<Unit>,
}

impl Company {
    /// The customer that this seed makes, with so many people.
    pub(crate) fn invent(seed: u64, people: usize) -> Self {
        let people = Roster::invent(seed, people);
        let mut company = Self {
            courses: course::invent(),
            open: OpenGroups::invent(),
            program_participants: ProgramParticipants::default(),
            team_programs: TeamPrograms::default(),
            teams: team::invent(&people),
            units: unit::invent(&people),
            people,
        };
        learners::enrol(&mut company, seed);
        company
    }

    /// The unit whose id this text is.
    pub(crate) fn unit_with_id(&self, key: &str) -> Option<&Unit> {
        self.units.by_key(key)
    }

    /// The unit of this code, of several the one with the lowest id.
    pub(crate) fn unit_with_code(&self, code: &str) -> Option<&Unit> {
        let wanted = |unit: &&Unit| unit.code.as_deref() == Some(code);
        self.units.all().find(wanted)
    }

    /// Takes a person out of everything: `behaviours::DELETED_IS_GONE`.
    pub(crate) fn remove_person(&mut self, id: u64) {
        self.people.remove(id);
        self.units.all_mut().for_each(|unit| unit.forget(id));
        self.teams.all_mut().for_each(|team| team.remove_leader(id));
        self.stop_learning(id);
    }

    /// Takes a unit away: `behaviours::UNIT_DELETED`.
    pub(crate) fn remove_unit(&mut self, id: u64) {
        self.people.set_members(id, &BTreeSet::new());
        self.units.remove(id);
        for unit in self.units.all_mut() {
            unit.parent_id = unit.parent_id.filter(|parent| *parent != id);
        }
    }
}
