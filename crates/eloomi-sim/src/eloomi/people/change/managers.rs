//! The direct managers. `behaviours::MANAGERS_REPLACED` comes before
//! `behaviours::MANAGERS_ADDED`; who does not exist is skipped,
//! `behaviours::UNKNOWN_REFERENCES`.

use super::super::{Person, Roster};
use super::belonging::{join, replace};
use crate::eloomi::fields::{Fields, Sent};
use crate::eloomi::refused::Refused;

pub(super) fn change(person: &mut Person, fields: &Fields, people: &Roster) -> Result<(), Refused> {
    let place = &mut person.direct_manager_ids;
    let by_id = |text: &str| Some(people.by_key(text)?.id);
    let by_employee_id = |text: &str| Some(people.by_employee_id(text)?.id);
    replace(fields, "direct_manager_ids", place, by_id)?;
    replace(fields, "direct_manager_employee_ids", place, by_employee_id)?;
    if let Sent::List(items) = fields.list("add_direct_manager_ids")? {
        join(place, &items, by_id);
    }
    if let Sent::List(items) = fields.list("add_direct_manager_employee_ids")? {
        join(place, &items, by_employee_id);
    }
    Ok(())
}
