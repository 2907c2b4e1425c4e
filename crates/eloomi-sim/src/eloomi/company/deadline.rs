//! The day until which a course is to be taken.

use serde_json::Value;

use crate::behaviours;
use crate::eloomi::moment;
use crate::eloomi::refused::Refused;

/// The day in a `deadline`, if it has one: `behaviours::DEADLINE_DAY`.
pub(super) fn read(value: &Value) -> Result<Option<String>, Refused> {
    let text = match value {
        Value::Null => return Ok(None),
        Value::String(text) if text.is_empty() => return Ok(None),
        Value::String(text) => text,
        _ => return Err(Refused::wrong_type("deadline")),
    };
    let moment = moment::with_time(text).ok_or_else(|| {
        let cause = "The deadline is no date.";
        Refused::new(cause, &behaviours::DATE_BAD)
    })?;
    Ok(moment.split_once(' ').map(|(day, _)| day.to_owned()))
}
