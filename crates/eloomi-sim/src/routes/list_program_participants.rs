//! `GET /v3/programs/{program_id}/participants`.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::company::ProgramParticipant;
use crate::query::PageAsked;
use crate::world::World;

pub(super) const PATH: &str = "/v3/programs/{program_id}/participants";

/// Of a program that there is not, `behaviours::NOBODY_IN_NOTHING`.
pub(super) async fn answer(
    State(world): State<Arc<World>>,
    key: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    let page = PageAsked::read(query.as_deref().unwrap_or_default(), &switches)?;
    let company = world.company();
    let program = key.map(|Path(key)| key).unwrap_or_default();
    let rows = company.program_participants.of(&program).iter();
    let text = "Showing the participants of the program.";
    let shown = rows.map(ProgramParticipant::shown);
    Ok(page.answer(
        shown,
        &switches,
        text,
        &behaviours::LIST_PROGRAM_PARTICIPANTS,
    ))
}
