//! A truth value that is written as a digit.

use crate::Lenient;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A truth value that is written as `1` or `0`, for requests that document it so. Reads whatever a
/// `bool` does.
///
/// ```
/// use eloomi_wire::ZeroOrOne;
///
/// # fn main() -> Result<(), eloomi_wire::DecodeError> {
/// let required: ZeroOrOne = eloomi_wire::decode(b"\"1\"")?;
/// assert_eq!(required, ZeroOrOne::from(true));
/// assert!(required.is_one());
/// assert_eq!(required.to_string(), "1");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ZeroOrOne(bool);

impl ZeroOrOne {
    /// Tells whether it is `1`, which stands for yes.
    pub const fn is_one(self) -> bool {
        self.0
    }
}

impl From<bool> for ZeroOrOne {
    fn from(truth: bool) -> Self {
        Self(truth)
    }
}

impl fmt::Display for ZeroOrOne {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        u8::from(self.0).fmt(f)
    }
}

impl Serialize for ZeroOrOne {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0.into())
    }
}

impl<'de> Deserialize<'de> for ZeroOrOne {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bool::lenient(deserializer).map(Self)
    }
}

impl Lenient for ZeroOrOne {
    const KIND: &'static str = "0 or 1";
    const SCALAR: bool = true;

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}
