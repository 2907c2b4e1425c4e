//! A unit as it was answered to a write, beside what the write asked for.

use std::ops::Deref;

use eloomi_model::{Unit, UnitChanges};

use super::{Missing, ReadBackUnit, comparison::compare};

/// The unit that a write answered, and what of the write it does not show.
///
/// eloomi leaves people and leaders of a unit out without a word when it does not know them
/// (documented). [`missing`](Self::missing) names what was asked for and is not in the answer;
/// [`unverified`](Self::unverified) the fields that no answer shows. The rest was applied.
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
#[derive(Clone, Debug, PartialEq)]
pub struct AppliedUnit {
    unit: Unit,
    asked: UnitChanges,
    missing: Vec<Missing>,
    unverified: Vec<&'static str>,
}

impl AppliedUnit {
    pub(super) fn new(asked: UnitChanges, unit: Unit) -> Self {
        let (missing, unverified) = compare(&asked, &unit);
        Self {
            unit,
            asked,
            missing,
            unverified,
        }
    }

    /// What was asked for, can be seen in an answer, and is not in this one: items of lists one by
    /// one, each once. Empty if all of it is there.
    ///
    /// What is there beyond what was asked for is not named: the unit has it.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// Fields that were asked for in a form that no answer shows, by name: by e-mail address, by
    /// employee id, by code of the unit above, managers, courses. Reading again does not help.
    pub fn unverified(&self) -> &[&'static str] {
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
