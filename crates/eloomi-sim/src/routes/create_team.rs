//! `POST /v3/teams`.

use std::sync::Arc;

use axum::extract::State;
use bytes::Bytes;
use http::HeaderMap;

use crate::answer::Answer;
use crate::behaviours;
use crate::envelope;
use crate::fields::Fields;
use crate::refused::Refused;
use crate::world::World;

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Answer, Refused> {
    let fields = Fields::read(&headers, &body)?;
    let mut company = world.company_mut();
    let team = company.create_team(&fields)?;
    let data = team.shown(&company);
    let text = "The team was created.";
    Ok(envelope::success(text, data, &behaviours::CREATE_TEAM))
}
