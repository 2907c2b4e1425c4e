//! What an update does to one field.

use crate::{DateText, DateTimeText, Id, InstantText, Lenient, NumberOrText, Text, lenient, map};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{collections::BTreeMap, fmt};

/// What an update does to one field: leave it, empty it, or give it a value.
///
/// An update must tell "leave the phone number alone" from "there is no phone number any more";
/// an `Option` cannot. `Debug` names which of the three it is and never prints the value.
///
/// ```
/// use eloomi_wire::{Patch, Text};
///
/// let title: Patch<Text> = "Accountant".into();
/// assert_eq!(title.value().map(Text::as_str), Some("Accountant"));
/// assert_eq!(format!("{title:?}"), "Set(_)");
/// assert!(Patch::<Text>::default().is_keep());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// Leave the field as it is: it is absent from the body.
    #[default]
    Keep,
    /// Empty the field: it is `null` in the body.
    Clear,
    /// Give the field this value.
    Set(T),
}

impl<T> Patch<T> {
    /// Tells whether the field is left alone.
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// Lends the value, if there is one.
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Keep => Patch::Keep,
            Self::Clear => Patch::Clear,
            Self::Set(value) => Patch::Set(value),
        }
    }

    /// Turns the value into another, and leaves the other two as they are.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Keep => Patch::Keep,
            Self::Clear => Patch::Clear,
            Self::Set(value) => Patch::Set(change(value)),
        }
    }

    /// Lends the value that the field is given, if it is given one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

impl<T> fmt::Debug for Patch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keep => "Keep",
            Self::Clear => "Clear",
            Self::Set(_) => "Set(_)",
        })
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// What is made of a text, straight from a text.
macro_rules! from_text {
    ($($made:ty),+) => { $(
        impl From<&str> for Patch<$made> {
            fn from(value: &str) -> Self {
                Self::Set(value.into())
            }
        }

        impl From<String> for Patch<$made> {
            fn from(value: String) -> Self {
                Self::Set(value.into())
            }
        }
    )+ };
}

from_text!(DateText, DateTimeText, InstantText, NumberOrText, Text);

impl From<u64> for Patch<NumberOrText> {
    fn from(value: u64) -> Self {
        Self::Set(value.into())
    }
}

impl<Marker> From<u64> for Patch<Id<Marker>> {
    fn from(number: u64) -> Self {
        Self::Set(number.into())
    }
}

/// `null` for `Keep` as well, which only a model can leave out.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => serializer.serialize_some(value),
            Self::Keep | Self::Clear => serializer.serialize_none(),
        }
    }
}

/// `null` is `Clear`; that a field is absent only its model can see.
impl<'de, T: Lenient> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match lenient::optional(deserializer)? {
            Some(value) => Self::Set(value),
            None => Self::Clear,
        })
    }
}

/// `null` is `Clear`, and an empty list a value: it takes everything out of the list.
impl<'de, T: Lenient> Deserialize<'de> for Patch<Vec<T>> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match lenient::optional_list(deserializer)? {
            Some(list) => Self::Set(list),
            None => Self::Clear,
        })
    }
}

/// `null` is `Clear`, and an empty map a value: it takes everything out. No key may come twice.
impl<'de, K: Lenient + Ord, T: Lenient> Deserialize<'de> for Patch<BTreeMap<K, T>> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match map::optional_map(deserializer)? {
            Some(map) => Self::Set(map),
            None => Self::Clear,
        })
    }
}
