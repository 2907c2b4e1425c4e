//! `GET /v3/teams`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::query::PageAsked;
use crate::world::World;

pub(super) const PATH: &str = "/v3/teams";

pub(super) async fn answer(State(world): State<Arc<World>>, RawQuery(query): RawQuery) -> Answer {
    let switches = world.switches();
    let query = query.as_deref().unwrap_or_default();
    // No refusal is documented: `behaviours::LIST_TEAMS_PAGES`.
    let page = PageAsked::read(query, &switches).unwrap_or(PageAsked::WHOLE);
    let company = world.company();
    let shown = company.teams.all().map(|team| team.shown(&company));
    let text = "Showing the teams.";
    page.answer(shown, &switches, text, &behaviours::LIST_TEAMS)
}
