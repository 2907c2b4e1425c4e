//! The unit above.

use super::super::Unit;
use crate::behaviours;
use crate::eloomi::company::Company;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;

/// A unit that does not exist leaves things as they were: `behaviours::UNIT_PARENT`.
pub(super) fn change(unit: &mut Unit, fields: &Fields, company: &Company) -> Result<(), Refused> {
    let by_id = |key: &str| company.units.by_key(key);
    let by_code = |code: &str| company.unit_with_code(code);
    // The latter wins.
    one(unit, fields, "parent_id", by_id)?;
    one(unit, fields, "parent_code", by_code)?;
    if is_below_itself(unit, company) {
        let cause = "A unit cannot stand below itself.";
        return Err(Refused::new(cause, &behaviours::UNIT_CYCLE));
    }
    Ok(())
}

fn one<'c>(
    unit: &mut Unit,
    fields: &Fields,
    name: &str,
    find: impl Fn(&str) -> Option<&'c Unit>,
) -> Result<(), Refused> {
    let mut sent = None;
    fields.text(name, &mut sent)?;
    if fields.get(name).is_none() {
        return Ok(());
    }
    match sent.as_deref() {
        None | Some("") => unit.parent_id = None,
        Some(key) => {
            if let Some(parent) = find(key) {
                unit.parent_id = Some(parent.id);
            }
        }
    }
    Ok(())
}

/// Ends, because the units that there are form a tree.
fn is_below_itself(unit: &Unit, company: &Company) -> bool {
    let mut above = unit.parent_id;
    while let Some(id) = above {
        if id == unit.id {
            return true;
        }
        above = company.units.by_id(id).and_then(|unit| unit.parent_id);
    }
    false
}
