//! A unit as it was answered to a write, beside what the write asked for.

use std::{fmt, ops::Deref};

use eloomi_core::{Reply, ResponseError};
use eloomi_model::{Unit, UnitChanges};
use eloomi_wire::{Extra, Text};

use super::{Missing, ReadBackUnit, comparison::compare};
use crate::envelope;

/// The unit that a write answered, and what of the write it does not show.
///
/// eloomi leaves people and leaders of a unit out without a word when it does not know them
/// (documented). [`missing`](Self::missing) names what was asked for and is not in the answer;
/// [`unverified`](Self::unverified) the fields that the answer cannot tell of. The rest was applied.
///
/// Beware of the answer to a creation: in the documented sample it shows nobody, although people
/// were sent. Whether they were unknown or come in later is not said, so one more read makes
/// sure: [`read_back`](Self::read_back).
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, units::CreateUnit};
///
/// async fn found(client: &Client) -> Result<(), eloomi_core::Error> {
///     let unit = client.send(CreateUnit::new("Sales").user_ids([40, 41])).await?;
///     let unit = client.send(unit.read_back()).await?;
///     for missing in unit.missing() {
///         eprintln!("not applied: {} {:?}", missing.field(), missing.value());
///     }
///     println!("unit {} has {} people", unit.id, unit.users.len());
///     Ok(())
/// }
/// ```
#[derive(Clone, PartialEq)]
pub struct AppliedUnit {
    unit: Unit,
    asked: UnitChanges,
    missing: Vec<Missing>,
    unverified: Vec<Text>,
}

impl AppliedUnit {
    /// Reads the unit, and beside it which members the answer has at all: to the model, a list that
    /// is not there is an empty one.
    pub(super) fn read(asked: &UnitChanges, reply: &Reply) -> Result<Self, ResponseError> {
        let unit: Unit = envelope::one(reply)?;
        let members: Extra = envelope::one(reply)?;
        let (missing, unverified) = compare(asked, &unit, &members);
        Ok(Self {
            unit,
            asked: asked.clone(),
            missing,
            unverified,
        })
    }

    /// What was asked for, was answered, and is not in the answer: items of lists one by one, each
    /// once. Empty if all that was answered is there.
    ///
    /// What is there beyond what was asked for is not named: the unit has it.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// Fields that were asked for and of which the answer says nothing, by name:
    ///
    /// * what no answer shows, however often it is read: people by e-mail address or employee id, and
    ///   whole lists of the same people by id beside them; the unit above by code; managers; courses;
    /// * what this answer leaves out, a list that is null included: reading again may show it;
    /// * fields of [`extra`](UnitChanges::extra), which are not compared.
    pub fn unverified(&self) -> &[Text] {
        &self.unverified
    }

    /// The request that reads the unit again, by id, and compares again.
    pub fn read_back(&self) -> ReadBackUnit {
        ReadBackUnit::new(self.unit.id, self.asked.clone())
    }

    /// The unit alone.
    pub fn into_inner(self) -> Unit {
        self.unit
    }
}

impl Deref for AppliedUnit {
    type Target = Unit;

    fn deref(&self) -> &Unit {
        &self.unit
    }
}

impl fmt::Debug for AppliedUnit {
    /// Of what is unverified, only names that this version knows: another may tell of a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_known = |name: &&Text| {
            UnitChanges::FIELDS
                .iter()
                .any(|field| field.name() == **name)
        };
        let unverified: Vec<_> = self.unverified.iter().filter(is_known).collect();
        f.debug_struct("AppliedUnit")
            .field("unit", &self.unit)
            .field("asked", &self.asked)
            .field("missing", &self.missing)
            .field("unverified", &unverified)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::RawJson;
    use http::{HeaderMap, StatusCode};

    use super::*;

    /// The unit that a body answers to these changes.
    fn applied(asked: &UnitChanges, data: &str) -> AppliedUnit {
        let body = format!(r#"{{"status_code":200,"data":{data}}}"#);
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), body);
        AppliedUnit::read(asked, &reply).unwrap()
    }

    #[test]
    fn what_an_answer_leaves_out_is_unverified_and_not_missing() {
        let mut asked = UnitChanges::default();
        asked.user_ids = vec![40.into()].into();
        let unit = applied(&asked, r#"{"id":354}"#);
        assert!(unit.missing().is_empty());
        assert_eq!(unit.unverified(), ["user_ids"]);
        let unit = applied(&asked, r#"{"id":354,"users":[]}"#);
        assert_eq!(unit.missing().len(), 1);
        assert!(unit.unverified().is_empty());
    }

    #[test]
    fn fields_that_nobody_knows_are_unverified_and_debug_does_not_name_them() {
        let mut asked = UnitChanges::default();
        asked.parent_code = "MAR".into();
        asked.extra.push("jane_doe", RawJson::parse("1").unwrap());
        let unit = applied(&asked, r#"{"id":354,"jane_doe":1}"#);
        assert_eq!(unit.unverified(), ["parent_code", "jane_doe"]);
        let shown = format!("{unit:?}");
        assert!(
            shown.contains("parent_code") && !shown.contains("jane"),
            "{shown}"
        );
    }
}
