//! `POST /users`.

use axum::body::Body;
use http::{Request, StatusCode};

use super::Answered;
use crate::behaviours;
use crate::directory::caller::Caller;
use crate::directory::fields;
use crate::directory::given::{Given, Members};
use crate::directory::person::Person;
use crate::directory::refusal::Refusal;
use crate::directory::world::World;
use crate::directory::{instant, payload, reply, rules, stored};

pub(super) async fn answer(world: &World, request: Request<Body>) -> Answered {
    let caller = Caller::of(world, request.headers())?;
    let body = payload::read(request).await?;
    let invalid = |invalid| Refusal::invalid("payload", invalid);
    let mut members = rules::check(body, &fields::NEW, false).map_err(invalid)?;
    caller.needs(&["users:create"])?;
    caller.needs_right()?;
    // `behaviours::LV_HANDLES_DROPPED`
    for handle in ["githubHandle", "trelloHandle"] {
        members.take(handle);
    }
    stored::prepare(&mut members)?;
    let now = world.now();
    let mut state = world.state();
    let email = members.get("email").and_then(Given::text);
    if email.is_some_and(|email| state.with_email(email).is_some()) {
        let shows = &behaviours::LV_EMAIL_USED;
        return Err(Refusal::bad_request("email_already_used", shows));
    }
    let person = newcomer(state.ids.next(now), members, now);
    let shown = person.shown(false);
    state.people.push(person);
    Ok(reply::json(StatusCode::OK, shown, &behaviours::LV_CREATED))
}

fn newcomer(id: String, mut members: Members, now: i64) -> Person {
    let created = Given::Text(instant::written(now));
    members.put("createdAt".to_owned(), created);
    Person {
        id,
        document: members,
        password: None,
        needs_password_change: true,
    }
}
