//! `GET /v3/users/{id}`, `/v3/users-employee_id/{employee_id}` and `/v3/users-email/{email}`.

use std::sync::{Arc, PoisonError};

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};

use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::envelope;
use crate::people::{Person, Roster};
use crate::world::World;

pub(crate) const BY_ID: &str = "/v3/users/{id}";
pub(crate) const BY_EMPLOYEE_ID: &str = "/v3/users-employee_id/{employee_id}";
pub(crate) const BY_EMAIL: &str = "/v3/users-email/{email}";

/// The decoded key; one that is no UTF-8 is a key that nobody has.
type Key = Result<Path<String>, PathRejection>;

pub(crate) async fn by_id(State(world): State<Arc<World>>, key: Key) -> Answer {
    find(&world, key, &behaviours::GET_USER, |people, key| {
        people.by_id(key.parse().ok()?)
    })
}

pub(crate) async fn by_employee_id(State(world): State<Arc<World>>, key: Key) -> Answer {
    let shows = &behaviours::GET_USER_BY_EMPLOYEE_ID;
    find(&world, key, shows, Roster::by_employee_id)
}

pub(crate) async fn by_email(State(world): State<Arc<World>>, key: Key) -> Answer {
    find(
        &world,
        key,
        &behaviours::GET_USER_BY_EMAIL,
        Roster::by_email,
    )
}

fn find(
    world: &World,
    key: Key,
    shows: &'static Behaviour,
    search: impl for<'p> Fn(&'p Roster, &str) -> Option<&'p Person>,
) -> Answer {
    let people = world.people.read().unwrap_or_else(PoisonError::into_inner);
    let person = key.ok().and_then(|Path(key)| search(&people, &key));
    let Some(person) = person else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    let spelling = world.switches().spelling;
    envelope::success("Showing the user.", person.shown(spelling), shows)
}
