//! An access group with what it permits.

use crate::{AccessGroupId, AccessPermission};
use eloomi_wire::{Text, model};

model! {
    /// Access group as its own list shows it: with what it permits.
    ///
    /// The body is documented. The path that answers it is not, nor whether there is a call for one
    /// group or a write.
    ///
    /// ```
    /// use eloomi_model::{AccessGroup, AccessPermission};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let group: AccessGroup = eloomi_wire::decode(
    ///     br#"{"id":31,"name":"HR Admins","permissions":["admin_learning","admin_travel"]}"#,
    /// )?;
    /// assert_eq!(group.permissions[0], AccessPermission::Learning);
    /// assert_eq!(group.permissions[1].as_str(), "admin_travel");
    /// # Ok(())
    /// # }
    /// ```
    pub struct AccessGroup {
        /// Number that eloomi gives to the access group: `31` (documented).
        id: AccessGroupId = "id", required;
        /// Name of the access group: `HR Admins` (documented, as always there).
        name: Option<Text> = "name";
        /// What the group permits, as keys: `["admin_learning", "admin_organization"]`
        /// (documented by this sample alone).
        permissions: Vec<AccessPermission> = "permissions";
    }
}
