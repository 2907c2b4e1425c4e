//! A field of which `null` says something else than absence.

use crate::{Field, FieldType, FieldValue, Lenient, lenient};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// What came of a field where it matters whether it was `null` or did not come at all.
///
/// For most fields both mean the same, and an `Option` does. Where a service stores a `null` and
/// behaves by it, this keeps the two apart. `Debug` names which of the three it is and never prints
/// the value.
///
/// ```
/// use eloomi_wire::{Nullable, Text, decode, model};
///
/// model! {
///     /// A berth in the harbour.
///     pub struct Berth {
///         /// Who has it; `null` after somebody was taken out.
///         ship: Nullable<Text> = "ship";
///     }
/// }
///
/// # fn main() -> Result<(), eloomi_wire::DecodeError> {
/// let berth = |json: &'static str| decode::<Berth>(json.as_bytes());
/// assert!(berth("{}")?.ship.is_absent());
/// assert!(berth(r#"{"ship":null}"#)?.ship.is_null());
/// assert_eq!(berth(r#"{"ship":"Tern"}"#)?.ship.value().map(Text::as_str), Some("Tern"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// It did not come.
    #[default]
    Absent,
    /// It came as `null`.
    Null,
    /// It came with this value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Lends the value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Tells whether it came as `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Tells whether it did not come.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> fmt::Debug for Nullable<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absent => "Absent",
            Self::Null => "Null",
            Self::Value(_) => "Value(_)",
        })
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `null` for `Absent` as well, which only a model can leave out.
impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

/// `null` is `Null`; that a field is absent only its model can see.
impl<'de, T: Lenient> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(lenient::optional(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

impl<T: Lenient> FieldValue for Nullable<T> {
    const TYPE: FieldType = FieldType::One(T::KIND);
    const UNIQUE: bool = T::IDENTITY;

    fn missing<E: de::Error>(_name: &'static str) -> Result<Self, E> {
        Ok(Self::Absent)
    }

    fn is_absent(&self) -> bool {
        self.is_absent()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn fields() -> &'static [Field] {
        <T as Lenient>::fields()
    }
}
