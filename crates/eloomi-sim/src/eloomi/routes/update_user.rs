//! `PATCH /v3/users/{id}`, `/v3/users-employee_id/{employee_id}` and `/v3/users-email/{email}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use super::user_key::Search;
use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::people::{Roster, change};
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

type Answered = Result<Answer, Refused>;

pub(super) async fn by_id(State(world): State<Arc<World>>, key: Key, fields: Fields) -> Answered {
    let shows = &behaviours::UPDATE_USER;
    answer(&world, &key, Roster::by_key, &fields, shows)
}

pub(super) async fn by_employee_id(
    State(world): State<Arc<World>>,
    key: Key,
    fields: Fields,
) -> Answered {
    let shows = &behaviours::UPDATE_USER_BY_EMPLOYEE_ID;
    answer(&world, &key, Roster::by_employee_id, &fields, shows)
}

pub(super) async fn by_email(
    State(world): State<Arc<World>>,
    key: Key,
    fields: Fields,
) -> Answered {
    let shows = &behaviours::UPDATE_USER_BY_EMAIL;
    answer(&world, &key, Roster::by_email, &fields, shows)
}

fn answer(
    world: &World,
    key: &Key,
    search: Search,
    fields: &Fields,
    shows: &'static Behaviour,
) -> Answered {
    let mut company = world.company_mut();
    let Some(person) = key.find(|key| search(&company.people, key)) else {
        return Ok(Answer::no_content(&behaviours::UNKNOWN_KEY));
    };
    let mut person = person.clone();
    change(
        &mut person,
        fields,
        &company,
        world.ground.clock.since_1970(),
    )?;
    let data = person.shown(world.switches().spelling);
    company.people.put(person);
    Ok(envelope::success("The user was updated.", data, shows))
}
