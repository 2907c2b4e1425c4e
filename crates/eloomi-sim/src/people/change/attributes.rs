//! The customer's own fields: `behaviours::ATTRIBUTES_WRITTEN`.

use serde_json::Value;

use super::super::Person;
use crate::behaviours;
use crate::company::attribute;
use crate::fields::Fields;
use crate::json::Json;
use crate::refused::Refused;

pub(super) fn change(person: &mut Person, fields: &Fields) -> Result<(), Refused> {
    let sent = match fields.get("custom_attributes") {
        None => return Ok(()),
        Some(Value::Null) => {
            person.custom_attributes = Json::Null;
            return Ok(());
        }
        // PHP's empty object.
        Some(Value::Array(items)) if items.is_empty() => return Ok(()),
        Some(Value::Object(members)) if members.is_empty() => return Ok(()),
        Some(Value::Object(members)) => members,
        Some(_) => return Err(Refused::wrong_type("custom_attributes")),
    };
    let mut members = match std::mem::replace(&mut person.custom_attributes, Json::Null) {
        Json::Object(members) => members,
        _ => vec![],
    };
    for (name, value) in sent {
        let name = attribute(name).ok_or_else(|| {
            let cause = "A custom attribute is not registered.";
            Refused::new(cause, &behaviours::ATTRIBUTE_UNREGISTERED)
        })?;
        members.retain(|(own, _)| *own != name);
        members.push((name, Json::Given(value.clone())));
    }
    person.custom_attributes = Json::Object(members);
    Ok(())
}
