//! `PATCH /v3/teams/{id}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    key: Key,
    fields: Fields,
) -> Result<Answer, Refused> {
    let mut company = world.company_mut();
    let Some(team) = key.find(|key| company.teams.by_key(key)).cloned() else {
        return Ok(Answer::no_content(&behaviours::UNKNOWN_KEY));
    };
    let team = company.write_team(team, &fields, world.ground.clock.since_1970())?;
    let data = team.shown(&company);
    let text = "The team was updated.";
    Ok(envelope::success(text, data, &behaviours::UPDATE_TEAM))
}
