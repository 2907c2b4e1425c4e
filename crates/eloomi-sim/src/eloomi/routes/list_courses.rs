//! `GET /v3/courses`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::company::Course;
use crate::eloomi::query::PageAsked;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/courses";

/// `behaviours::COURSES_PAGED`.
pub(super) async fn answer(
    State(world): State<Arc<World>>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    let page = PageAsked::read(query.as_deref().unwrap_or_default(), &switches)?;
    let company = world.company();
    let shown = company.courses.all().map(Course::shown);
    let text = "Showing the courses.";
    Ok(page.answer(shown, &switches, text, &behaviours::LIST_COURSES))
}
