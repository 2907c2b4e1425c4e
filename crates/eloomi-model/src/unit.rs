//! A unit, which the service's texts also call a department.

use crate::{AccessGroupRef, UnitId, UserId};
use eloomi_wire::{Text, model};

model! {
    /// Unit as eloomi answers. Paths say unit, names of fields and the reference site say
    /// department (documented).
    ///
    /// Units come as a flat list; [`parent_id`](Self::parent_id) makes a tree of them.
    ///
    /// ```
    /// use eloomi_model::{Unit, UserId};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let unit: Unit = eloomi_wire::decode(
    ///     br#"{"id":354,"name":"Inbound Marketing","code":"MAR02","parent_id":"12","users":null,"leaders":[40]}"#,
    /// )?;
    /// assert_eq!(unit.parent_id, Some(12.into()));
    /// assert_eq!(unit.leaders, [UserId::new(40)]);
    /// assert!(unit.users.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub struct Unit {
        /// Number that eloomi gives to the unit: `354` (documented).
        id: UnitId = "id", required;

        /// Access groups that the members of the unit get:
        /// `[{"id": 24, "name": "No special access"}]` (documented). Answers list groups, a write
        /// takes their ids.
        access_groups: Vec<AccessGroupRef> = "access_groups", writable;

        /// The customer's own code: `MAR02` (documented). Not unique: units with the same code
        /// can stand side by side. A unit that is created without one shows its name in small
        /// letters here in one sample, while lists show `null`.
        code: Option<Text> = "code", writable;

        /// People who lead the unit, by id: `[40]` (documented). Written as `leader_ids`.
        leaders: Vec<UserId> = "leaders", personal;

        /// Name: `Inbound Marketing` (documented, as always there).
        name: Option<Text> = "name", writable;

        /// The unit above: `12`; `null` at the top (documented).
        parent_id: Option<UnitId> = "parent_id", writable;

        /// People in the unit, by id: `[40, 41]` (documented). Written as `user_ids`.
        users: Vec<UserId> = "users", personal;
    }
}
