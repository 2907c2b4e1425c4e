//! How members are changed before they are kept.

use super::given::{Given, Members};
use super::phone;
use super::refusal::Refusal;
use crate::behaviours;

/// Last names become upper case, phone numbers international: `behaviours::LV_STORED`. A phone of
/// null is more than the service can bear.
pub(crate) fn prepare(members: &mut Members) -> Result<(), Refusal> {
    if let Some(Given::Text(name)) = members.get("lastName") {
        let name = Given::Text(name.to_uppercase());
        members.put("lastName".to_owned(), name);
    }
    let phone = match members.get("phone") {
        Some(Given::Null) => return Err(Refusal::failure(&behaviours::LV_NULL_PHONE)),
        Some(Given::Text(phone)) => phone::formatted(phone),
        _ => None,
    };
    if let Some(phone) = phone {
        members.put("phone".to_owned(), Given::Text(phone));
    }
    Ok(())
}
