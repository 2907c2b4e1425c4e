//! Bodies of requests that write.

use eloomi_core::RequestError;
use eloomi_wire::RawJson;
use serde::Serialize;

/// The body that says this.
pub(crate) fn json<T: Serialize>(said: &T) -> Result<Vec<u8>, RequestError> {
    RawJson::from_serialize(said)
        .map(|json| json.as_str().into())
        .map_err(|_| RequestError::new("body", "cannot be written as JSON"))
}

/// Refuses an update that would change nothing.
pub(crate) fn changes_something<T: Default + PartialEq>(changes: &T) -> Result<(), RequestError> {
    if *changes == T::default() {
        let why = "is empty: set at least one field";
        return Err(RequestError::new("body", why));
    }
    Ok(())
}
