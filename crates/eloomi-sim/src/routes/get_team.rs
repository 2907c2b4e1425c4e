//! `GET /v3/teams/{id}`.

use std::sync::Arc;

use axum::extract::State;

use super::team_key::{self, Key};
use crate::answer::Answer;
use crate::behaviours;
use crate::envelope;
use crate::world::World;

pub(super) async fn answer(State(world): State<Arc<World>>, key: Key) -> Answer {
    let company = world.company();
    let Some(team) = team_key::find(&company, key) else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    let data = team.shown(&company);
    envelope::success("Showing the team.", data, &behaviours::GET_TEAM)
}
