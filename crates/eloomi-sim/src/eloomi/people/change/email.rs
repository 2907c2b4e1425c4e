//! The mail address, which only one person can have.

use super::super::{Person, Roster};
use crate::behaviours;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;

pub(super) fn change(person: &mut Person, fields: &Fields, people: &Roster) -> Result<(), Refused> {
    fields.text("email", &mut person.email)?;
    if fields.get("email").is_none() {
        return Ok(());
    }
    let Some(email) = &person.email else {
        return Ok(());
    };
    if !email.contains('@') {
        let cause = "The mail address is not valid.";
        return Err(Refused::new(cause, &behaviours::EMAIL_BAD));
    }
    let holder = people.by_email(email);
    if holder.is_some_and(|holder| holder.id != person.id) {
        let cause = format!("There is a user with this mail address: [{email}]");
        return Err(Refused::new(cause, &behaviours::EMAIL_TAKEN));
    }
    Ok(())
}
