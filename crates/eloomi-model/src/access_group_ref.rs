//! An access group, as a person lists it.

use crate::AccessGroupId;
use eloomi_wire::{Text, model};

model! {
    /// Access group as people and units list it: its id and its name.
    ///
    /// What the group permits only its own resource tells.
    ///
    /// ```
    /// use eloomi_model::AccessGroupRef;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let group: AccessGroupRef = eloomi_wire::decode(br#"{"id":24,"name":"No special access"}"#)?;
    /// assert_eq!(group.name.as_deref(), Some("No special access"));
    /// # Ok(())
    /// # }
    /// ```
    pub struct AccessGroupRef {
        /// Number that eloomi gives to the access group: `24` (documented).
        id: AccessGroupId = "id", required;
        /// Name of the access group: `No special access` (documented, as always there).
        name: Option<Text> = "name";
    }
}
