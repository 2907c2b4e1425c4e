//! `GET /v3/units`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::query::PageAsked;
use crate::eloomi::world::World;
use crate::json::Json;

pub(super) const PATH: &str = "/v3/units";

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    let company = world.company();
    let shown = company.units.all().map(|unit| unit.shown(&company.people));
    let text = "Showing the units.";
    // `behaviours::UNITS_UNPAGED`
    if !switches.units_paged {
        let whole = Json::List(shown.collect());
        return Ok(envelope::success(text, whole, &behaviours::LIST_UNITS));
    }
    let page = PageAsked::read(query.as_deref().unwrap_or_default(), &switches)?;
    Ok(page.answer(shown, &switches, text, &behaviours::LIST_UNITS))
}
