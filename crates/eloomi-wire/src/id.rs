//! Numbers that name things, one type per kind of thing.

use crate::Lenient;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{
    cmp::Ordering,
    error, fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    str::FromStr,
};

/// Number that names one thing of the kind `Marker`, so that the id of a unit is no id of a user.
///
/// Comes as a number or as a number in quotes, and is written as a number. It prints as the bare
/// number; whoever puts it into a message that others read decides that it may stand there.
///
/// ```
/// use eloomi_wire::Id;
///
/// /// Tells ids of ships from other ids.
/// enum ShipMarker {}
/// type ShipId = Id<ShipMarker>;
///
/// # fn main() -> Result<(), eloomi_wire::IdError> {
/// let id: ShipId = "40".parse()?;
/// assert_eq!(id, ShipId::new(40));
/// assert_eq!(id.number(), 40);
/// # Ok(())
/// # }
/// ```
pub struct Id<Marker> {
    number: u64,
    // fn() -> Marker: an id is Send, Sync and Copy whatever the marker is.
    marker: PhantomData<fn() -> Marker>,
}

impl<Marker> Id<Marker> {
    /// Makes an id from its number.
    pub const fn new(number: u64) -> Self {
        Self {
            number,
            marker: PhantomData,
        }
    }

    /// Number of the id.
    pub const fn number(self) -> u64 {
        self.number
    }
}

// By hand, because a derive would ask all this of the marker too.
impl<Marker> Clone for Id<Marker> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Marker> Copy for Id<Marker> {}

impl<Marker> PartialEq for Id<Marker> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<Marker> Eq for Id<Marker> {}

impl<Marker> PartialOrd for Id<Marker> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<Marker> Ord for Id<Marker> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl<Marker> Hash for Id<Marker> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl<Marker> fmt::Debug for Id<Marker> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.number)
    }
}

impl<Marker> fmt::Display for Id<Marker> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl<Marker> From<u64> for Id<Marker> {
    fn from(number: u64) -> Self {
        Self::new(number)
    }
}

impl<Marker> From<Id<Marker>> for u64 {
    fn from(id: Id<Marker>) -> Self {
        id.number
    }
}

impl<Marker> FromStr for Id<Marker> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        text.parse().map(Self::new).map_err(|_| IdError(()))
    }
}

impl<Marker> Serialize for Id<Marker> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.number)
    }
}

impl<'de, Marker> Deserialize<'de> for Id<Marker> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u64::lenient(deserializer).map(Self::new)
    }
}

impl<Marker> Lenient for Id<Marker> {
    const KIND: &'static str = u64::KIND;
    const IDENTITY: bool = true;

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

/// A text that is no id. Does not repeat the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(());

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is a whole number, zero or more")
    }
}

impl error::Error for IdError {}
