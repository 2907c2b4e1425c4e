//! What a person belongs to: units, teams, access groups. `behaviours::LISTS_REPLACE`;
//! what does not exist is skipped, `behaviours::UNKNOWN_REFERENCES`.

use super::super::Person;
use crate::behaviours;
use crate::eloomi::company::{AccessGroup, Company};
use crate::eloomi::fields::{Fields, Sent};
use crate::eloomi::refused::Refused;
use crate::json::Json;

pub(super) fn change(
    person: &mut Person,
    fields: &Fields,
    company: &Company,
) -> Result<(), Refused> {
    let sent = |name| fields.get(name).is_some();
    if sent("department_id") && sent("department_code") {
        let cause = "Send department_id or department_code, not both.";
        return Err(Refused::new(cause, &behaviours::UNITS_BOTH_WAYS));
    }
    let place = &mut person.department_id;
    replace(fields, "department_id", place, |text| {
        Some(company.units.by_key(text)?.id)
    })?;
    replace(fields, "department_code", place, |code| {
        Some(company.unit_with_code(code)?.id)
    })?;
    replace(fields, "team_ids", &mut person.team_id, |text| {
        Some(company.teams.by_key(text)?.id)
    })?;
    access_groups(person, fields)
}

/// `behaviours::ACCESS_GROUPS_BY_ID`.
fn access_groups(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    person.access_groups = match fields.list("access_groups")? {
        Sent::Not => return Ok(()),
        Sent::Null => Json::Null,
        Sent::List(ids) => {
            let groups = ids.iter().filter_map(|id| AccessGroup::by_key(id));
            Json::List(groups.map(AccessGroup::reference).collect())
        }
    };
    Ok(())
}

/// Puts the list that was sent into its place, without what does not exist.
pub(crate) fn replace(
    fields: &Fields,
    name: &'static str,
    place: &mut Option<Vec<u64>>,
    known: impl Fn(&str) -> Option<u64>,
) -> Result<(), Refused> {
    match fields.list(name)? {
        Sent::Not => {}
        Sent::Null => *place = None,
        Sent::List(items) => {
            *place = Some(vec![]);
            join(place, &items, known);
        }
    }
    Ok(())
}

/// Adds what exists and is not there yet.
pub(crate) fn join(
    place: &mut Option<Vec<u64>>,
    items: &[String],
    known: impl Fn(&str) -> Option<u64>,
) {
    let list = place.get_or_insert_default();
    for id in items.iter().filter_map(|item| known(item)) {
        if !list.contains(&id) {
            list.push(id);
        }
    }
}
