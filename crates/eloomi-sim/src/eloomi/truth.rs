//! Truth in the forms in which it is sent.

use serde_json::Value;

use crate::eloomi::refused::Refused;

/// The truth of a field of this name: `behaviours::TRUTH_FORMS`.
pub(crate) fn read(value: &Value, name: &str) -> Result<bool, Refused> {
    let text = match value {
        Value::Null => return Ok(false),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.as_str() {
        "true" | "1" => Ok(true),
        "false" | "0" | "" => Ok(false),
        _ => Err(Refused::wrong_type(name)),
    }
}
