//! `POST /v3/teams/{id}/programs`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/teams/{id}/programs";

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    key: Key,
    fields: Fields,
) -> Result<Answer, Refused> {
    let mut company = world.company_mut();
    let unknown = || {
        let shows = &behaviours::ADD_TEAM_PROGRAMS_UNKNOWN;
        Refused::new("The team is unknown.", shows)
    };
    let team = key
        .find(|key| company.teams.by_key(key))
        .ok_or_else(unknown)?
        .id;
    company.queue_programs(team, &fields, world.ground.clock.now())?;
    let text = "The programs are in the queue.";
    Ok(envelope::done(text, &behaviours::ADD_TEAM_PROGRAMS))
}
