//! `GET /v3/access-groups`. The body is documented, the path is a guess.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::company::{ACCESS_GROUPS, AccessGroup};
use crate::eloomi::query::PageAsked;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/access-groups";

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    let page = PageAsked::read(query.as_deref().unwrap_or_default(), &switches)?;
    let groups = ACCESS_GROUPS.into_iter().map(AccessGroup::shown);
    let text = "Showing the access groups.";
    Ok(page.answer(groups, &switches, text, &behaviours::LIST_ACCESS_GROUPS))
}
