//! `GET /v3/programs/{program_id}/participants`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::company::ProgramParticipant;
use crate::eloomi::query::PageAsked;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/programs/{program_id}/participants";

/// Of a program that there is not, `behaviours::NOBODY_IN_NOTHING`.
pub(super) async fn answer(
    State(world): State<Arc<World>>,
    key: Key,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    let page = PageAsked::read(query.as_deref().unwrap_or_default(), &switches)?;
    let company = world.company();
    let rows = key.find(|key| company.program_participants.of(key));
    let rows = rows.into_iter().flatten();
    let text = "Showing the participants of the program.";
    let shown = rows.map(ProgramParticipant::shown);
    Ok(page.answer(
        shown,
        &switches,
        text,
        &behaviours::LIST_PROGRAM_PARTICIPANTS,
    ))
}
