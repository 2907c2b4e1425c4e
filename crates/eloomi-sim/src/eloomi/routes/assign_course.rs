//! `POST /v3/courses/{course_id}/participants/{user_id}`.

use std::sync::Arc;

use axum::extract::State;

use super::course_and_user;
use super::key::Keys;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::moment;
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    keys: Keys,
    fields: Fields,
) -> Result<Answer, Refused> {
    let mut company = world.company_mut();
    let (course, user) = course_and_user::find(&company, &keys)?;
    let now = moment::after_1970(world.ground.clock.since_1970());
    let row = company.assignment_or_new(course, user, &now);
    let data = company.assign_course(course, row, &fields)?;
    let text = "The course was assigned.";
    Ok(envelope::success(text, data, &behaviours::ASSIGN_COURSE))
}
