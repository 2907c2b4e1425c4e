//! `POST /v3/users`.

use std::sync::Arc;

use axum::extract::State;

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::people::{Person, change};
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

pub(super) async fn answer(
    State(world): State<Arc<World>>,
    fields: Fields,
) -> Result<Answer, Refused> {
    require_email(&fields)?;
    let mut company = world.company_mut();
    let mut person = Person::newcomer(company.people.next_id());
    change(
        &mut person,
        &fields,
        &company,
        world.ground.clock.since_1970(),
    )?;
    let data = person.just_created().shown(world.switches().spelling);
    company.people.put(person);
    let text = "The user was created.";
    Ok(envelope::success(text, data, &behaviours::CREATE_USER))
}

fn require_email(fields: &Fields) -> Result<(), Refused> {
    let mut email = None;
    fields.text("email", &mut email)?;
    if email.is_some_and(|email| !email.is_empty()) {
        return Ok(());
    }
    // The service lets PHP's own words out.
    let notice = "Undefined index: email";
    Err(Refused::new(notice, &behaviours::EMAIL_MISSING))
}
