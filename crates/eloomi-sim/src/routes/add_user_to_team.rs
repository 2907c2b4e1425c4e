//! `PUT /v3/users-employee_id/{employee_id}/teams/{team_id}`.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use http::StatusCode;

use crate::answer::Answer;
use crate::behaviours;
use crate::company::Company;
use crate::envelope;
use crate::people::Person;
use crate::world::World;

pub(super) const PATH: &str = "/v3/users-employee_id/{employee_id}/teams/{team_id}";

type Keys = Result<Path<(String, String)>, PathRejection>;

pub(super) async fn answer(State(world): State<Arc<World>>, keys: Keys) -> Answer {
    let mut company = world.company_mut();
    let Some((mut person, team)) = find(&company, keys) else {
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

fn find(company: &Company, keys: Keys) -> Option<(Person, u64)> {
    let Path((employee_id, team)) = keys.ok()?;
    let person = company.people.by_employee_id(&employee_id)?;
    let team = company.teams.by_key(&team)?;
    Some((person.clone(), team.id))
}
