//! `DELETE /v3/teams/{id}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::world::World;

pub(super) async fn answer(State(world): State<Arc<World>>, key: Key) -> Answer {
    let mut company = world.company_mut();
    let Some(id) = key
        .find(|key| company.teams.by_key(key))
        .map(|team| team.id)
    else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    company.remove_team(id);
    envelope::deleted("The team was deleted.", &behaviours::DELETE_TEAM)
}
