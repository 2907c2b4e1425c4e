//! The company made of sentinels.

use super::Mint;
use super::person::{Belongs, attributes, person};
use crate::eloomi::company::{
    AccessGroup, Company, Course, CourseParticipant, OpenGroups, ProgramParticipant,
    ProgramParticipants, Record as _, Table, Team, TeamPrograms, Unit,
};
use crate::eloomi::people::{Person, PersonState, Roster};

/// One in each state.
const STATES: [PersonState; 4] = [
    PersonState::Active,
    PersonState::Pending,
    PersonState::Inactive,
    PersonState::Suspended,
];

/// Two of most things, so that nothing is shown only because it is the first.
pub(crate) fn company(mint: &mut Mint) -> Company {
    let groups = [(); 2].map(|()| {
        let id = mint.number("AccessGroup.id");
        AccessGroup::canary(id, mint.word("AccessGroup.name"))
    });
    let unit_ids = [(); 2].map(|()| mint.number("Unit.id"));
    let team_ids = [(); 2].map(|()| mint.number("Team.id"));
    let people = people(mint, &unit_ids, &team_ids, &groups);
    let ids: Vec<u64> = people.all().map(Person::id).collect();
    let units = unit_ids.map(|id| {
        let (name, code) = (mint.word("Unit.name"), mint.word("Unit.code"));
        let parent = unit_ids.into_iter().find(|parent| *parent < id);
        Unit::canary(id, [name, code], parent, &ids, &groups)
    });
    let teams = team_ids.map(|id| {
        let words = [mint.word("Team.name"), mint.word("Team.description")];
        Team::canary(id, words, &ids, attributes(mint, "Team.custom_attributes"))
    });
    let courses = [(); 2].map(|()| {
        let mut course = Course::canary(mint);
        course.participants = ids.iter().map(|user| participant(mint, *user)).collect();
        course
    });
    let mut company = Company {
        access_groups: Table::new(groups.to_vec(), 1),
        courses: Table::new(courses.to_vec(), 1),
        open: OpenGroups::canary(mint),
        program_participants: ProgramParticipants::default(),
        team_programs: TeamPrograms::default(),
        teams: Table::new(teams.to_vec(), 1),
        units: Table::new(units.to_vec(), 1),
        people,
    };
    for program in company.program_ids() {
        for user in &ids {
            let row = ProgramParticipant::canary(mint, *user);
            company.put_program_participant(program, row);
        }
    }
    company
}

fn people(mint: &mut Mint, units: &[u64], teams: &[u64], groups: &[AccessGroup]) -> Roster {
    let mut managers = Vec::new();
    let people = STATES.map(|state| {
        let to = Belongs {
            units,
            teams,
            groups,
            managers: &managers,
        };
        let person = person(mint, state, &to);
        managers.push(person.id);
        person
    });
    Roster::of(people.to_vec())
}

fn participant(mint: &mut Mint, user: u64) -> CourseParticipant {
    CourseParticipant {
        deadline: Some(mint.moment("CourseParticipant.deadline").into()),
        required: true,
        started_at: Some(mint.moment("CourseParticipant.started_at").into()),
        completed_at: Some(mint.moment("CourseParticipant.completed_at").into()),
        renewal_at: Some(mint.moment("CourseParticipant.renewal_at").into()),
        time_spent: mint.number("CourseParticipant.time_spent"),
        attempts: mint.number("CourseParticipant.attempts"),
        score: mint.hundredths("CourseParticipant.score"),
        progress: mint.hundredths("CourseParticipant.progress"),
        ..CourseParticipant::assigned(user, mint.moment("CourseParticipant.assigned_at").into())
    }
}
