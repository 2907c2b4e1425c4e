//! How a unit is addressed.

use crate::UnitId;
use eloomi_wire::Text;
use std::{error, fmt, str::FromStr};

/// What a unit is addressed by: eloomi's id, or the customer's own code.
///
/// Each has a path of its own: `/units/{id}` and `/units-code/{code}` (documented). Codes need not
/// be unique, and which of several units with the same code is meant is not said; a code that holds
/// a slash can probably not be reached (inferred).
///
/// ```
/// use eloomi_model::{UnitId, UnitKey};
///
/// # fn main() -> Result<(), eloomi_model::UnitKeyError> {
/// assert_eq!(UnitKey::from(354), UnitKey::Id(UnitId::new(354)));
/// assert_eq!("code:MAR02".parse::<UnitKey>()?, UnitKey::code("MAR02"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum UnitKey {
    /// The customer's own code for the unit.
    Code(Text),
    /// eloomi's id of the unit.
    Id(UnitId),
}

impl UnitKey {
    /// Addresses a unit by the customer's own code.
    pub fn code(code: impl Into<Text>) -> Self {
        Self::Code(code.into())
    }
}

impl From<UnitId> for UnitKey {
    fn from(id: UnitId) -> Self {
        Self::Id(id)
    }
}

impl From<u64> for UnitKey {
    fn from(id: u64) -> Self {
        Self::Id(id.into())
    }
}

/// Reads the notation of the command line: `354` or `code:MAR02`.
impl FromStr for UnitKey {
    type Err = UnitKeyError;

    fn from_str(text: &str) -> Result<Self, UnitKeyError> {
        match text.split_once(':') {
            Some(("code", code)) if !code.is_empty() => Ok(Self::code(code)),
            Some(_) => Err(UnitKeyError(())),
            None => text.parse().map(Self::Id).map_err(|_| UnitKeyError(())),
        }
    }
}

/// A text that addresses no unit. Names the two notations and does not repeat the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitKeyError(());

impl fmt::Display for UnitKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a unit is addressed as ID or code:CODE, such as 354 or code:MAR02")
    }
}

impl error::Error for UnitKeyError {}
