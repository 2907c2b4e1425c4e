//! Teams.

mod change;
mod courses;
mod enrol;
mod invent;
mod programs;

use serde_json::{Map, Value};

use super::{Company, Record};
use crate::eloomi::people::Person;
use crate::json::Json;
use courses::CourseSettings;
use programs::ProgramSettings;

pub(super) use invent::invent;
pub(crate) use programs::TeamPrograms;

pub(crate) const FIRST_TEAM: u64 = 701;
pub(crate) const TEAMS: u32 = 9;

/// A team. Who is in it, the people know: `behaviours::TEAM_MEMBERS`.
#[derive(Clone, Debug)]
pub(crate) struct Team {
    pub(crate) id: u64,
    name: String,
    description: Option<String>,
    leaders: Vec<u64>,
    custom_attributes: Json,
    /// By course id.
    courses: Settings<CourseSettings>,
    /// By program id.
    programs: Settings<ProgramSettings>,
}

/// The settings of each course or program of a team, by its id.
type Settings<T> = std::collections::BTreeMap<u64, T>;

impl Record for Team {
    fn id(&self) -> u64 {
        self.id
    }
}

impl Team {
    /// A team of which nothing is known but an id: one whose name is about to be read.
    fn newcomer(id: u64) -> Self {
        Self {
            id,
            name: String::new(),
            description: None,
            leaders: vec![],
            custom_attributes: Json::Null,
            courses: Settings::new(),
            programs: Settings::new(),
        }
    }

    /// Takes out whoever is deleted.
    pub(super) fn remove_leader(&mut self, person: u64) {
        self.leaders.retain(|leader| *leader != person);
    }

    /// Takes out a program that is gone.
    pub(super) fn remove_program(&mut self, program: u64) {
        self.programs.remove(&program);
    }

    /// The members as the answers show a team, `behaviours::TEAM_SETTINGS_HIDDEN`.
    fn members(&self, company: &Company) -> Vec<(&'static str, Json)> {
        let users = company.members_of_team(self.id).map(|person| person.id);
        vec![
            ("id", self.id.into()),
            ("name", self.name.clone().into()),
            ("description", self.description.clone().into()),
            ("users", users.collect::<Vec<_>>().into()),
            ("leaders", self.leaders.clone().into()),
            ("custom_attributes", self.custom_attributes.clone()),
        ]
    }

    /// The team as the answers show one.
    pub(crate) fn shown(&self, company: &Company) -> Json {
        Json::Object(self.members(company))
    }

    /// The team with what no answer shows.
    pub(crate) fn whole(&self, company: &Company) -> Json {
        let mut members = self.members(company);
        members.push(("course_ids", by_id(&self.courses, CourseSettings::shown)));
        members.push(("program_ids", by_id(&self.programs, ProgramSettings::shown)));
        Json::Object(members)
    }
}

fn by_id<T>(settings: &Settings<T>, shown: fn(&T) -> Value) -> Json {
    let members = settings
        .iter()
        .map(|(id, settings)| (id.to_string(), shown(settings)));
    Json::Given(Value::Object(members.collect::<Map<_, _>>()))
}

/// What teams have to do with the rest.
impl Company {
    /// Everybody in this team, ascending by id.
    pub(crate) fn members_of_team(&self, team: u64) -> impl Iterator<Item = &Person> {
        self.people
            .all()
            .filter(move |person| person.is_in_team(team))
    }

    /// Takes a team out of everything: `behaviours::DELETED_TEAM_IS_GONE`.
    pub(crate) fn remove_team(&mut self, team: u64) {
        self.people.set_team(team, &[]);
        self.teams.remove(team);
    }
}
