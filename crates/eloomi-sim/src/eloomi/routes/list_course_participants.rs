//! `GET /v3/courses/{course_id}/participants`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::query::PageAsked;
use crate::eloomi::world::World;
use crate::parameter::parameter;

pub(super) const PATH: &str = "/v3/courses/{course_id}/participants";

/// Of a course that there is not, `behaviours::NOBODY_IN_NOTHING`.
pub(super) async fn answer(
    State(world): State<Arc<World>>,
    key: Key,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let query = query.unwrap_or_default();
    let switches = world.switches();
    let page = PageAsked::read(&query, &switches)?;
    // `behaviours::EXTENDED_MODE`
    let mode = parameter(&query, "extended_mode");
    let is_extended = mode.is_some_and(|mode| !matches!(&*mode, "0" | "false"));
    let company = world.company();
    let course = key.find(|key| company.courses.by_key(key));
    let rows = course.into_iter().flat_map(|course| {
        let rows = course.participants.iter();
        rows.map(|row| row.shown(course.id, is_extended))
    });
    let text = "Showing the participants of the course.";
    Ok(page.answer(rows, &switches, text, &behaviours::LIST_COURSE_PARTICIPANTS))
}
