//! `GET /v3/users/{id}`, `/v3/users-employee_id/{employee_id}` and `/v3/users-email/{email}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use super::user_key::Search;
use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::eloomi::envelope;
use crate::eloomi::people::Roster;
use crate::eloomi::world::World;

pub(super) async fn by_id(State(world): State<Arc<World>>, key: Key) -> Answer {
    answer(&world, &key, Roster::by_key, &behaviours::GET_USER)
}

pub(super) async fn by_employee_id(State(world): State<Arc<World>>, key: Key) -> Answer {
    let shows = &behaviours::GET_USER_BY_EMPLOYEE_ID;
    answer(&world, &key, Roster::by_employee_id, shows)
}

pub(super) async fn by_email(State(world): State<Arc<World>>, key: Key) -> Answer {
    let shows = &behaviours::GET_USER_BY_EMAIL;
    answer(&world, &key, Roster::by_email, shows)
}

fn answer(world: &World, key: &Key, search: Search, shows: &'static Behaviour) -> Answer {
    let company = world.company();
    let Some(person) = key.find(|key| search(&company.people, key)) else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    let spelling = world.switches().spelling;
    envelope::success("Showing the user.", person.shown(spelling), shows)
}
