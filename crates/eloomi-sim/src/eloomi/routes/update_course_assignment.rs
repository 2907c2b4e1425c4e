//! `PATCH /v3/courses/{course_id}/participants/{user_id}`.

use std::sync::Arc;

use axum::extract::State;

use super::course_and_user;
use super::key::Keys;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    keys: Keys,
    fields: Fields,
) -> Result<Answer, Refused> {
    let mut company = world.company_mut();
    let (course, user) = course_and_user::find(&company, &keys)?;
    let row = company.assignment(course, user).cloned().ok_or_else(|| {
        let cause = "The course is not assigned to the user.";
        Refused::new(cause, &behaviours::NOT_ASSIGNED)
    })?;
    let data = company.assign_course(course, row, &fields)?;
    let text = "The assignment was updated.";
    let shows = &behaviours::UPDATE_COURSE_ASSIGNMENT;
    Ok(envelope::success(text, data, shows))
}
