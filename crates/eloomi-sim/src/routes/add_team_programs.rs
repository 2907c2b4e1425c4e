//! `POST /v3/teams/{id}/programs`.

use std::sync::Arc;

use axum::extract::State;
use bytes::Bytes;
use http::HeaderMap;

use super::team_key::{self, Key};
use crate::answer::Answer;
use crate::behaviours;
use crate::envelope;
use crate::fields::Fields;
use crate::refused::Refused;
use crate::world::World;

pub(super) const PATH: &str = "/v3/teams/{id}/programs";

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    key: Key,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Answer, Refused> {
    let fields = Fields::read(&headers, &body)?;
    let mut company = world.company_mut();
    let unknown = || {
        let shows = &behaviours::ADD_TEAM_PROGRAMS_UNKNOWN;
        Refused::new("The team is unknown.", shows)
    };
    let team = team_key::find(&company, key).ok_or_else(unknown)?.id;
    company.queue_programs(team, &fields, world.clock.now())?;
    let text = "The programs are in the queue.";
    Ok(envelope::done(text, &behaviours::ADD_TEAM_PROGRAMS))
}
