//! What the fields of a write make of a person. Fields that nothing here asks for are
//! ignored: `behaviours::UNKNOWN_FIELDS`, and by design `behaviours::SHOWN_NOWHERE`.

mod belonging;
mod email;
mod managers;
mod standing;
mod words;

pub(crate) use belonging::{join, replace};

use std::time::Duration;

use super::Person;
use crate::eloomi::company::{Company, change_attributes};
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;

/// Changes the fields that were sent, `behaviours::SENT_FIELDS_ONLY`.
///
/// A refusal may come halfway, so this works on a copy that is not among the people yet.
pub(crate) fn change(
    person: &mut Person,
    fields: &Fields,
    company: &Company,
    now: Duration,
) -> Result<(), Refused> {
    email::change(person, fields, &company.people)?;
    words::change(person, fields)?;
    belonging::change(person, fields, company)?;
    managers::change(person, fields, &company.people)?;
    change_attributes(&mut person.custom_attributes, fields)?;
    standing::change(person, fields, now)
}
