//! What a person belongs to: units, teams, access groups. `behaviours::LISTS_REPLACE`;
//! what does not exist is skipped, `behaviours::UNKNOWN_REFERENCES`.

use super::super::Person;
use super::super::company::{self, ACCESS_GROUPS};
use crate::behaviours;
use crate::fields::{Fields, Sent};
use crate::json::Json;
use crate::refused::Refused;

pub(super) fn change(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    let sent = |name| fields.get(name).is_some();
    if sent("department_id") && sent("department_code") {
        let cause = "Send department_id or department_code, not both.";
        return Err(Refused::new(cause, &behaviours::UNITS_BOTH_WAYS));
    }
    let place = &mut person.department_id;
    replace(fields, "department_id", place, |text| {
        text.parse().ok().filter(|id| company::is_unit(*id))
    })?;
    replace(fields, "department_code", place, company::unit_with_code)?;
    replace(fields, "team_ids", &mut person.team_id, |text| {
        text.parse().ok().filter(|id| company::is_team(*id))
    })?;
    access_groups(person, fields)
}

/// `behaviours::ACCESS_GROUPS_BY_ID`.
fn access_groups(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    let group = |id: &String| {
        let id: u64 = id.parse().ok()?;
        ACCESS_GROUPS.into_iter().find(|group| group.0 == id)
    };
    person.access_groups = match fields.list("access_groups")? {
        Sent::Not => return Ok(()),
        Sent::Null => Json::Null,
        Sent::List(ids) => {
            let groups = ids.iter().filter_map(group);
            Json::List(groups.map(company::shown_group).collect())
        }
    };
    Ok(())
}

/// Puts the list that was sent into its place, without what does not exist.
pub(super) fn replace(
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
pub(super) fn join(
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
