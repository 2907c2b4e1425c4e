//! `GET /v3/units/{id}` and `/v3/units-code/{code}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use super::unit_key::Search;
use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::eloomi::company::Company;
use crate::eloomi::envelope;
use crate::eloomi::world::World;

pub(super) async fn by_id(State(world): State<Arc<World>>, key: Key) -> Answer {
    answer(&world, &key, Company::unit_with_id, &behaviours::GET_UNIT)
}

pub(super) async fn by_code(State(world): State<Arc<World>>, key: Key) -> Answer {
    let shows = &behaviours::GET_UNIT_BY_CODE;
    answer(&world, &key, Company::unit_with_code, shows)
}

fn answer(world: &World, key: &Key, search: Search, shows: &'static Behaviour) -> Answer {
    let company = world.company();
    let Some(unit) = key.find(|key| search(&company, key)) else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    envelope::success("Showing the unit.", unit.shown(&company.people), shows)
}
