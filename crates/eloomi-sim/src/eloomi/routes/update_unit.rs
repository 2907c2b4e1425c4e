//! `PATCH /v3/units/{id}` and `/v3/units-code/{code}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use super::unit_key::Search;
use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::eloomi::company::{Company, change_unit};
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::switches::UnknownUnit;
use crate::eloomi::world::World;

type Answered = Result<Answer, Refused>;

pub(super) async fn by_id(State(world): State<Arc<World>>, key: Key, fields: Fields) -> Answered {
    let shows = &behaviours::UPDATE_UNIT;
    answer(&world, &key, Company::unit_with_id, &fields, shows)
}

pub(super) async fn by_code(State(world): State<Arc<World>>, key: Key, fields: Fields) -> Answered {
    let shows = &behaviours::UPDATE_UNIT_BY_CODE;
    answer(&world, &key, Company::unit_with_code, &fields, shows)
}

fn answer(
    world: &World,
    key: &Key,
    search: Search,
    fields: &Fields,
    shows: &'static Behaviour,
) -> Answered {
    let mut company = world.company_mut();
    let Some(unit) = key.find(|key| search(&company, key)) else {
        return unknown(world.switches().unknown_unit);
    };
    let mut unit = unit.clone();
    let members = change_unit(&mut unit, fields, &company)?;
    company.people.set_members(unit.id, &members);
    let data = unit.shown(&company.people);
    company.units.put(unit);
    Ok(envelope::success("The unit was updated.", data, shows))
}

/// `behaviours::UNIT_NOT_FOUND`.
fn unknown(unknown: UnknownUnit) -> Answered {
    let shows = &behaviours::UNIT_NOT_FOUND;
    match unknown {
        UnknownUnit::NoContent => Ok(Answer::no_content(shows)),
        UnknownUnit::BadRequest => Err(Refused::new("Unit not found", shows)),
    }
}
