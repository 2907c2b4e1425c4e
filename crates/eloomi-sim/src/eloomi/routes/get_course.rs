//! `GET /v3/courses/{course_id}`.

use std::sync::Arc;

use axum::extract::State;

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::world::World;

pub(super) const PATH: &str = "/v3/courses/{course_id}";

pub(super) async fn answer(State(world): State<Arc<World>>, key: Key) -> Answer {
    let company = world.company();
    let course = key.find(|key| company.courses.by_key(key));
    let Some(course) = course else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    envelope::success(
        "Showing the course.",
        course.shown(),
        &behaviours::GET_COURSE,
    )
}
