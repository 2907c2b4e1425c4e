//! `POST /v3/units`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::company::{Company, Unit, change_unit};
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::switches::CreatedUnit;
use crate::eloomi::world::World;
use crate::parameter::parameter;

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    RawQuery(query): RawQuery,
    fields: Fields,
) -> Result<Answer, Refused> {
    let guard = parameter(query.as_deref().unwrap_or_default(), "unique");
    let with_people = world.switches().created_unit == CreatedUnit::Whole;
    let mut company = world.company_mut();
    let mut unit = Unit::new(company.units.next_id());
    let members = change_unit(&mut unit, &fields, &company)?;
    refuse_clash(&unit, guard.as_deref(), &company)?;
    company.people.set_members(unit.id, &members);
    let data = unit.just_created(&company.people, with_people);
    company.units.put(unit);
    let text = "The unit was created.";
    Ok(envelope::success(text, data, &behaviours::CREATE_UNIT))
}

/// `behaviours::UNIT_UNIQUE`.
fn refuse_clash(unit: &Unit, column: Option<&str>, company: &Company) -> Result<(), Refused> {
    let is_same: fn(&Unit, &Unit) -> bool = match column {
        // `behaviours::UNIT_CODE_FREE`
        None => return Ok(()),
        Some("code") => |one, other| one.code.is_some() && one.code == other.code,
        Some("name") => |one, other| one.name == other.name,
        Some(_) => {
            let cause = "Units cannot be told apart by this column.";
            return Err(Refused::new(cause, &behaviours::UNIT_UNIQUE_BAD));
        }
    };
    if company.units.all().any(|other| is_same(unit, other)) {
        let cause = "There is a unit with this value.";
        return Err(Refused::new(cause, &behaviours::UNIT_UNIQUE));
    }
    Ok(())
}
