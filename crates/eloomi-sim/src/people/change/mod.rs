//! What the fields of a write make of a person. Fields that nothing here asks for are
//! ignored: `behaviours::UNKNOWN_FIELDS`, and by design `behaviours::SHOWN_NOWHERE`.

mod attributes;
mod belonging;
mod email;
mod managers;
mod standing;
mod words;

use std::time::Duration;

use super::{Person, Roster};
use crate::fields::Fields;
use crate::refused::Refused;

/// Changes the fields that were sent, `behaviours::SENT_FIELDS_ONLY`.
///
/// A refusal may come halfway, so this works on a copy that is not among the people yet.
pub(crate) fn change(
    person: &mut Person,
    fields: &Fields,
    people: &Roster,
    now: Duration,
) -> Result<(), Refused> {
    email::change(person, fields, people)?;
    words::change(person, fields)?;
    belonging::change(person, fields)?;
    managers::change(person, fields, people)?;
    attributes::change(person, fields)?;
    standing::change(person, fields, now)
}
