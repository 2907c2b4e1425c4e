//! The custom attributes that are set up for this customer: `behaviours::ATTRIBUTES_WRITTEN`.

use serde_json::Value;

use crate::behaviours;
use crate::eloomi::fields::Fields;
use crate::eloomi::refused::Refused;
use crate::json::Json;

const ATTRIBUTES: [&str; 4] = [
    "shoe_size",
    "cost_center",
    "hair_color",
    "Parkering / plads",
];

/// The attribute of this name, if it is set up.
fn attribute(name: &str) -> Option<&'static str> {
    ATTRIBUTES.into_iter().find(|own| *own == name)
}

/// Changes the attributes of a person or a thing as a write says.
pub(crate) fn change_attributes(place: &mut Json, fields: &Fields) -> Result<(), Refused> {
    let sent = match fields.get("custom_attributes") {
        None => return Ok(()),
        Some(Value::Null) => {
            *place = Json::Null;
            return Ok(());
        }
        // PHP's empty object.
        Some(Value::Array(items)) if items.is_empty() => return Ok(()),
        Some(Value::Object(members)) if members.is_empty() => return Ok(()),
        Some(Value::Object(members)) => members,
        Some(_) => return Err(Refused::wrong_type("custom_attributes")),
    };
    let mut members = match std::mem::replace(place, Json::Null) {
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
    *place = Json::Object(members);
    Ok(())
}
