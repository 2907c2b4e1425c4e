//! `GET /users/{user}`.

use axum::body::Body;
use http::{Request, StatusCode};

use super::{Answered, user_id};
use crate::behaviours;
use crate::directory::caller::Caller;
use crate::directory::refusal::Refusal;
use crate::directory::reply;
use crate::directory::world::World;

pub(super) fn answer(world: &World, request: &Request<Body>, user: &str) -> Answered {
    let caller = Caller::of(world, request.headers())?;
    let id = user_id(user)?;
    caller.needs(&["users:get", "profile:get"])?;
    if !caller.has("users:get") {
        let shows = &behaviours::LV_GET_SELF;
        return Err(Refusal::forbidden("Insufficient rights", shows));
    }
    let state = world.state();
    match state.person(&id) {
        Some(person) => {
            let shown = person.shown(false);
            Ok(reply::json(StatusCode::OK, shown, &behaviours::LV_SHOWN))
        }
        None => Err(Refusal::not_found(
            "User Not Found",
            &behaviours::LV_NO_USER,
        )),
    }
}
