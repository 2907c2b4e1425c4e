//! The teams at the start.

use super::{FIRST_TEAM, Team};
use crate::eloomi::company::Table;
use crate::eloomi::people::Roster;
use crate::json::Json;

/// Names, and what some of them are for.
const WORDS: [(&str, Option<&str>); super::TEAMS as usize] = [
    ("First week", Some("Everybody who starts this month")),
    ("Night shift", None),
    ("First aid", Some("Whoever may be called to an accident")),
    ("Forklift drivers", None),
    ("Leadership circle", Some("")),
    ("Møderum & mad", None),
    ("Data protection", Some("Contacts of the \"GDPR\" office")),
    ("Summer party", None),
    ("Board", None),
];

/// Teams that follow from the people, so that no dice are thrown that would change the people: of
/// each team with members, but for every third, the first one leads.
pub(in crate::eloomi::company) fn invent(people: &Roster) -> Table<Team> {
    let teams = (FIRST_TEAM..).zip(WORDS).map(|(id, (name, description))| {
        let leader = people.all().find(|person| person.is_in_team(id));
        let leads = id % 3 != 0;
        Team {
            name: name.to_owned(),
            description: description.map(str::to_owned),
            leaders: leader
                .filter(|_| leads)
                .map(|one| one.id)
                .into_iter()
                .collect(),
            custom_attributes: if id % 4 == 1 {
                Json::Object(vec![("cost_center", "1200".into())])
            } else {
                Json::Null
            },
            ..Team::newcomer(id)
        }
    });
    Table::new(teams.collect(), FIRST_TEAM)
}
