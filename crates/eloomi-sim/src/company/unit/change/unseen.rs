//! Managers by role, and courses: `behaviours::UNIT_UNSEEN`.

use super::super::Unit;
use super::named::{Find, named};
use crate::fields::{Fields, Sent};
use crate::people::Roster;
use crate::refused::Refused;

/// The three forms of each list of managers.
const FORMS: [(&str, Find); 3] = [
    ("ids", Roster::by_key),
    ("emails", Roster::by_email),
    ("employee_ids", Roster::by_employee_id),
];

pub(super) fn change(unit: &mut Unit, fields: &Fields, people: &Roster) -> Result<(), Refused> {
    for (role, managers) in unit.managers.by_role() {
        for (form, find) in FORMS {
            let sent = |verb: &str| {
                let name = format!("{verb}_department_{role}_manager_{form}");
                named(fields, people, &[(&name, find)])
            };
            managers.extend(sent("add")?.unwrap_or_default());
            for person in sent("remove")?.unwrap_or_default() {
                managers.remove(&person);
            }
        }
    }
    unit.courses.extend(courses(fields, "add_course_ids")?);
    for course in courses(fields, "remove_course_ids")? {
        unit.courses.remove(&course);
    }
    Ok(())
}

/// Ids; whether there is such a course is not looked at.
fn courses(fields: &Fields, name: &str) -> Result<Vec<u64>, Refused> {
    Ok(match fields.list(name)? {
        Sent::Not | Sent::Null => vec![],
        Sent::List(ids) => ids.iter().filter_map(|id| id.parse().ok()).collect(),
    })
}
