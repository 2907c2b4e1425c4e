//! `GET /v3/teams`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::query::PageAsked;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/teams";

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    // `behaviours::LIST_TEAMS_PAGES`
    let page = PageAsked::read(query.as_deref().unwrap_or_default(), &switches)?;
    let company = world.company();
    let shown = company.teams.all().map(|team| team.shown(&company));
    let text = "Showing the teams.";
    Ok(page.answer(shown, &switches, text, &behaviours::LIST_TEAMS))
}
