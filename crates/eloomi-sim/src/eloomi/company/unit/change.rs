//! What the fields of a write make of a unit. Fields that nothing here asks for are ignored:
//! `behaviours::UNKNOWN_FIELDS`.

mod named;
mod parent;
mod unseen;
mod words;

use std::collections::BTreeSet;

use self::named::{Find, named};
use super::super::{AccessGroup, Company};
use super::Unit;
use crate::eloomi::fields::{Fields, Sent};
use crate::eloomi::people::Roster;
use crate::eloomi::refused::Refused;

/// Changes the fields that were sent, `behaviours::SENT_FIELDS_ONLY`, and tells who is in the unit
/// then.
///
/// A refusal may come halfway, so this works on a copy, and changes nobody.
pub(crate) fn change(
    unit: &mut Unit,
    fields: &Fields,
    company: &Company,
) -> Result<BTreeSet<u64>, Refused> {
    words::change(unit, fields)?;
    parent::change(unit, fields, company)?;
    access_groups(unit, fields)?;
    leaders(unit, fields, &company.people)?;
    unseen::change(unit, fields, &company.people)?;
    members(unit, fields, &company.people)
}

/// `behaviours::ACCESS_GROUPS_BY_ID`.
fn access_groups(unit: &mut Unit, fields: &Fields) -> Result<(), Refused> {
    let groups = match fields.list("access_groups")? {
        Sent::Not => return Ok(()),
        Sent::Null => vec![],
        Sent::List(ids) => ids
            .iter()
            .filter_map(|id| AccessGroup::by_key(id))
            .collect(),
    };
    unit.access_groups = groups;
    Ok(())
}

/// `behaviours::UNIT_LEADERS`, in any of their spellings.
fn leaders(unit: &mut Unit, fields: &Fields, people: &Roster) -> Result<(), Refused> {
    let forms: [(&str, Find); 7] = [
        ("leader_ids", Roster::by_key),
        ("leaders", Roster::by_key),
        ("leader_email", Roster::by_email),
        ("leader_employee_id", Roster::by_employee_id),
        ("leader_employee_ids", Roster::by_employee_id),
        ("leaders_employee_id", Roster::by_employee_id),
        ("leaders_employee_ids", Roster::by_employee_id),
    ];
    if let Some(leaders) = named(fields, people, &forms)? {
        unit.leaders = leaders;
    }
    Ok(())
}

/// `behaviours::UNIT_MEMBERS` come before `behaviours::UNIT_MEMBERS_ADDED`.
fn members(unit: &Unit, fields: &Fields, people: &Roster) -> Result<BTreeSet<u64>, Refused> {
    let forms: [(&str, Find); 3] = [
        ("user_ids", Roster::by_key),
        ("users", Roster::by_key),
        ("user_emails", Roster::by_email),
    ];
    let sent = named(fields, people, &forms)?;
    let mut members = sent.unwrap_or_else(|| people.members(unit.id));
    let one = |name| named(fields, people, &[(name, Roster::by_key as Find)]);
    members.extend(one("add_user_ids")?.unwrap_or_default());
    for person in one("remove_user_ids")?.unwrap_or_default() {
        members.remove(&person);
    }
    Ok(members)
}
