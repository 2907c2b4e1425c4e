//! `PUT /users/{user}`.

use axum::body::Body;
use http::{Request, StatusCode};

use super::{Answered, user_id};
use crate::behaviours;
use crate::directory::caller::{self, Caller};
use crate::directory::given::{Given, Members};
use crate::directory::refusal::Refusal;
use crate::directory::world::World;
use crate::directory::{fields, payload, reply, rules, stored};

pub(super) async fn answer(world: &World, request: Request<Body>, user: &str) -> Answered {
    let caller = Caller::of(world, request.headers())?;
    let body = payload::read(request).await?;
    let id = user_id(user)?;
    let invalid = |invalid| Refusal::invalid("payload", invalid);
    let mut members = rules::check(body, &fields::CHANGE, false).map_err(invalid)?;
    caller.needs(&["users:modify", "profile:modify"])?;
    may_change(&caller, &id, &members)?;
    stored::prepare(&mut members)?;
    let mut state = world.state();
    match state.person_mut(&id) {
        Some(person) => {
            person.merge(&members);
            let shown = person.shown(false);
            Ok(reply::json(StatusCode::OK, shown, &behaviours::LV_UPDATED))
        }
        None => Err(Refusal::not_found(
            "User Not Found",
            &behaviours::LV_NO_USER,
        )),
    }
}

/// `behaviours::LV_RIGHTS`, and `behaviours::LV_SELF` for oneself.
fn may_change(caller: &Caller, id: &str, members: &Members) -> Result<(), Refusal> {
    let may = if caller.is(id) {
        let is_guarded = |name: &str| {
            let value = members.get(name);
            value.is_some_and(|value| *value != Given::Null)
        };
        caller.may_write() || !(is_guarded("roles") || is_guarded("registrationNumber"))
    } else {
        caller.may_write() && caller.has("users:modify")
    };
    if may { Ok(()) } else { Err(caller::no_right()) }
}
