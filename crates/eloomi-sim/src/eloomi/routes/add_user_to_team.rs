//! `PUT /v3/users-employee_id/{employee_id}/teams/{team_id}`.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;

use super::key::Keys;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/users-employee_id/{employee_id}/teams/{team_id}";

pub(super) async fn answer(State(world): State<Arc<World>>, keys: Keys) -> Answer {
    let mut company = world.company_mut();
    let found = keys.find(|(employee_id, team)| {
        let person = company.people.by_employee_id(employee_id)?;
        Some((person.clone(), company.teams.by_key(team)?.id))
    });
    let Some((mut person, team)) = found else {
        let shows = &behaviours::TEAM_OR_USER_UNKNOWN;
        return Answer::without_body(StatusCode::NOT_FOUND, shows);
    };
    // `behaviours::OTHER_TEAMS_STAY`
    let teams = person.team_id.get_or_insert_default();
    if !teams.contains(&team) {
        teams.push(team);
    }
    company.people.put(person);
    envelope::done("The user is in the team.", &behaviours::ADD_USER_TO_TEAM)
}
