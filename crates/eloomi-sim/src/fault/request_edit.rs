//! Faults that change a request on its way to the routes.

use axum::body::Body;
use http::header::AUTHORIZATION;
use http::{Request, Uri};

use super::action::{Action, Shift};
use crate::gate;
use crate::people::Person;
use crate::world::World;

pub(super) fn edit(action: &Action, request: &mut Request<Body>, world: &World) {
    match action {
        Action::HideToken | Action::HideYoungToken(_) => {
            request.headers_mut().remove(AUTHORIZATION);
        }
        Action::ExpireToken => {
            if let Some(token) = gate::bearer(request.headers()) {
                world.tokens.expire(token);
            }
        }
        Action::RepeatPage => set_parameter(request.uri_mut(), "page", "1"),
        Action::CapPage(most) => set_parameter(request.uri_mut(), "per_page", &most.to_string()),
        Action::Shift(shift) => move_people(*shift, world),
        _ => {}
    }
}

fn set_parameter(uri: &mut Uri, name: &str, value: &str) {
    let query = uri.query().unwrap_or_default();
    let others = form_urlencoded::parse(query.as_bytes()).filter(|(own, _)| own != name);
    let mut written = form_urlencoded::Serializer::new(String::new());
    let query = written
        .extend_pairs(others)
        .append_pair(name, value)
        .finish();
    // A path of a valid target is valid, and so is a query that was encoded.
    if let Ok(edited) = format!("{}?{query}", uri.path()).parse() {
        *uri = edited;
    }
}

/// Everybody moves one place, as pages that are cut anew each time see it.
fn move_people(shift: Shift, world: &World) {
    let mut company = world.company_mut();
    let Some(first) = company.people.all().next().map(|person| person.id) else {
        return;
    };
    match shift {
        Shift::Delete => company.remove_person(first),
        Shift::Insert => company
            .people
            .put(Person::newcomer(first.saturating_sub(1))),
    }
}
