//! A team.

use crate::{TeamId, UserId};
use eloomi_wire::{Attributes, Text, model};

model! {
    /// Team as eloomi answers. Its fields are those of a model that looks generated from eloomi's
    /// own description, and of eloomi's package for .NET (documented); its page could not be read.
    ///
    /// The courses and programs of a team are written only: no answer is known to show them.
    ///
    /// ```
    /// use eloomi_model::{Team, UserId};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let team: Team = eloomi_wire::decode(
    ///     br#"{"id":701,"name":"First week","description":null,"users":[40,"41"],"leaders":null}"#,
    /// )?;
    /// assert_eq!(team.users, [UserId::new(40), UserId::new(41)]);
    /// assert!(team.leaders.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub struct Team {
        /// Number that eloomi gives to the team: `701` (documented).
        id: TeamId = "id", required;

        /// Attributes whose keys the customer has had registered: `{"cost_center":"1200"}`
        /// (documented). May be `null`; an empty object may come as `[]` (both inferred). Written
        /// with texts as values.
        custom_attributes: Attributes = "custom_attributes", writable;

        /// What the team is for, as free text: `Everybody who starts this month` (documented).
        /// That it may be `null` is inferred.
        description: Option<Text> = "description", writable;

        /// People who lead the team, by id: `[40]` (documented). Written as `leader_ids`.
        leaders: Vec<UserId> = "leaders", personal;

        /// Name: `First week` (documented, as always there).
        name: Option<Text> = "name", writable;

        /// People in the team, by id: `[40, 41]` (documented). Written as `user_ids`, or by
        /// e-mail address or employee id. A person shows the same from the other side, in
        /// [`User::team_id`](crate::User::team_id).
        users: Vec<UserId> = "users", personal;
    }
}
