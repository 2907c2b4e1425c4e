//! `DELETE /users/{user}`.

use axum::body::Body;
use http::{Request, StatusCode};

use super::{Answered, user_id};
use crate::behaviours;
use crate::directory::caller::Caller;
use crate::directory::refusal::Refusal;
use crate::directory::world::World;
use crate::directory::{payload, reply};
use crate::json::Json;

/// `behaviours::LV_DELETED`
pub(super) async fn answer(world: &World, request: Request<Body>, user: &str) -> Answered {
    let caller = Caller::of(world, request.headers())?;
    // Nothing in it counts, but it must be readable.
    payload::read(request).await?;
    let id = user_id(user)?;
    caller.needs(&["users:delete"])?;
    caller.needs_right()?;
    if !world.state().remove(&id) {
        return Err(Refusal::not_found("Not Found", &behaviours::LV_NOT_DELETED));
    }
    let body = Json::Object(vec![("deleted", true.into())]);
    Ok(reply::json(StatusCode::OK, body, &behaviours::LV_DELETED))
}
