//! What there is beside the people: `behaviours::COMPANY`.

use std::ops::Range;

use crate::json::Json;

pub(super) const FIRST_UNIT: u64 = 4001;
pub(super) const UNITS: u32 = 12;
pub(super) const FIRST_TEAM: u64 = 701;
pub(super) const TEAMS: u32 = 9;

/// Codes of the first units, in their order; the others have none.
const UNIT_CODES: [&str; 8] = [
    "DEP101", "DEP102", "DEP103", "DEP104", "DEP105", "DEP106", "DEP107", "DEP108",
];

pub(super) const ACCESS_GROUPS: [(u64, &str); 3] = [
    (24, "No special access"),
    (31, "HR Admins"),
    (32, "Course editors"),
];

/// The custom attributes that are set up for this customer.
const ATTRIBUTES: [&str; 4] = [
    "shoe_size",
    "cost_center",
    "hair_color",
    "Parkering / plads",
];

pub(super) fn is_unit(id: u64) -> bool {
    from(FIRST_UNIT, UNITS).contains(&id)
}

pub(crate) fn is_team(id: u64) -> bool {
    from(FIRST_TEAM, TEAMS).contains(&id)
}

pub(super) fn unit_with_code(code: &str) -> Option<u64> {
    let coded = (FIRST_UNIT..).zip(UNIT_CODES);
    coded
        .into_iter()
        .find_map(|(id, own)| (own == code).then_some(id))
}

/// An access group as answers show it.
pub(super) fn shown_group((id, name): (u64, &'static str)) -> Json {
    Json::Object(vec![("id", id.into()), ("name", name.into())])
}

pub(super) fn attribute(name: &str) -> Option<&'static str> {
    ATTRIBUTES.into_iter().find(|own| *own == name)
}

fn from(first: u64, count: u32) -> Range<u64> {
    first..first + u64::from(count)
}
