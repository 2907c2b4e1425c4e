//! `POST /v3/teams`.

use std::sync::Arc;

use axum::extract::State;

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    fields: Fields,
) -> Result<Answer, Refused> {
    let mut company = world.company_mut();
    let team = company.create_team(&fields, world.ground.clock.since_1970())?;
    let data = team.shown(&company);
    let text = "The team was created.";
    Ok(envelope::success(text, data, &behaviours::CREATE_TEAM))
}
