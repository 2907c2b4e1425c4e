//! Bodies of requests that write.

use eloomi_core::RequestError;
use eloomi_wire::RawJson;

use crate::model::UserChanges;

/// The body that says this.
pub(crate) fn json(changes: &UserChanges) -> Result<String, RequestError> {
    match RawJson::from_serialize(changes) {
        Ok(json) => Ok(json.as_str().to_owned()),
        Err(_) => Err(RequestError::new("body", "cannot be written as JSON")),
    }
}
