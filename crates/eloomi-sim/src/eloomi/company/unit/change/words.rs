//! Name and code.

use super::super::Unit;
use crate::behaviours;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;

pub(super) fn change(unit: &mut Unit, fields: &Fields) -> Result<(), Refused> {
    let mut name = Some(std::mem::take(&mut unit.name));
    fields.text("name", &mut name)?;
    unit.name = name.unwrap_or_default();
    if unit.name.trim().is_empty() {
        let cause = "A unit needs a name.";
        return Err(Refused::new(cause, &behaviours::UNIT_NAME_MISSING));
    }
    // `behaviours::UNIT_CODE_FREE`; empty text is no code.
    fields.text("code", &mut unit.code)?;
    unit.code = unit.code.take().filter(|code| !code.is_empty());
    Ok(())
}
