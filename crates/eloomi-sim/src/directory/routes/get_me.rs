//! `GET /users/me`.

use axum::body::Body;
use http::{Request, StatusCode};

use super::Answered;
use crate::behaviours;
use crate::directory::caller::Caller;
use crate::directory::reply;
use crate::directory::world::World;

/// `behaviours::LV_ME`
pub(super) fn answer(world: &World, request: &Request<Body>) -> Answered {
    let caller = Caller::of(world, request.headers())?;
    caller.needs(&["profile:get"])?;
    Ok(match &caller.person {
        Some(person) => reply::json(StatusCode::OK, person.shown(true), &behaviours::LV_ME),
        None => reply::empty(StatusCode::OK, &behaviours::LV_NOBODY),
    })
}
