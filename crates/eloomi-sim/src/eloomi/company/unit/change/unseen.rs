//! Managers by role, and courses: `behaviours::UNIT_UNSEEN`.

use super::super::Unit;
use super::named::{Find, named};
use crate::eloomi::fields::Fields;
use crate::eloomi::people::Roster;
use crate::eloomi::refused::Refused;

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
    // Whether there is such a course is not looked at.
    unit.courses.extend(fields.ids("add_course_ids")?);
    for course in fields.ids("remove_course_ids")? {
        unit.courses.remove(&course);
    }
    Ok(())
}
