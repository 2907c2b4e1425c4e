//! `GET /v3/teams/{id}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/teams/{id}";

pub(super) async fn answer(State(world): State<Arc<World>>, key: Key) -> Answer {
    let company = world.company();
    let Some(team) = key.find(|key| company.teams.by_key(key)) else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    let data = team.shown(&company);
    envelope::success("Showing the team.", data, &behaviours::GET_TEAM)
}
