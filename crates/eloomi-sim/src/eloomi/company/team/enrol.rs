//! What the courses and programs of a team mean for its members: `behaviours::TEAM_ENROLS`.

use std::time::Duration;

use super::Team;
use crate::eloomi::company::Company;
use crate::eloomi::moment;

/// Ids of what a team has been given just now, all of it among what it has.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) courses: Vec<u64>,
    pub(super) programs: Vec<u64>,
}

impl Company {
    /// Puts everybody in the team into what it has been given. Nobody is ever taken out:
    /// `behaviours::TEAM_TAKES_NOTHING_AWAY`.
    pub(super) fn enrol_members(&mut self, team: &Team, given: &Given, now: Duration) {
        let at = moment::after_1970(now);
        let members: Vec<u64> = self.members_of_team(team.id).map(|one| one.id).collect();
        for member in members {
            for course in &given.courses {
                let mut row = self.assignment_or_new(*course, member, &at);
                team.courses[course].set(&mut row);
                self.put_assignment(*course, row);
            }
            for program in &given.programs {
                let required = team.programs[program].required;
                self.assign_program(*program, member, required, &at);
            }
        }
    }
}
