//! Values that come in more than one dress.

use crate::{Field, RawJson, expecting};
use serde::{
    Deserializer, Serialize,
    de::{self, DeserializeSeed, Visitor},
};
use std::{fmt, marker::PhantomData};

/// A value that is read from any of its known dresses and written in one.
///
/// Numbers come bare or in quotes, truth comes as `true` or `1`: quirks of PHP behind a database,
/// documented for some fields and seen on others. [`model!`](crate::model!) reads every field
/// through this trait, so that no field needs an attribute for it.
///
/// | type | reads | refuses |
/// |---|---|---|
/// | `u64` | `40`, `"40"` | `40.0`, `-1`, `""` |
/// | `i64` | `-40`, `"-40"` | `40.0`, `""` |
/// | `f64` | `33.33`, `33`, `"33.33"` | `"NaN"`, `""` |
/// | `bool` | `true`, `1`, `"1"`, `"true"` and their opposites | `2`, `"yes"` |
///
/// Blanks around a number in quotes are ignored.
///
/// What is refused is an error where it stands alone, in a list or in a [`Patch`](crate::Patch). As
/// an optional field of a model it costs nobody the rest of the model: see [`SCALAR`](Self::SCALAR).
pub trait Lenient: Serialize + Sized {
    /// The kind of value, as a schema calls it.
    const KIND: &'static str;

    /// Whether the value tells which thing is meant, so that two of them in one place are an
    /// error rather than a choice.
    const IDENTITY: bool = false;

    /// Whether the value is a number or a truth value that says nothing of the rest of its model.
    /// As an optional field, `""` is then no value, as `null` is, and one in no known dress goes
    /// into `extra` as it came.
    const SCALAR: bool = false;

    /// Reads the value.
    ///
    /// # Errors
    ///
    /// The deserializer's own, when the value is in no known dress.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// The fields of the value, when it is a model.
    fn fields() -> &'static [Field] {
        &[]
    }
}

/// Reads a value of which `null` is no value.
pub(crate) fn optional<'de, T: Lenient, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    optional_with(deserializer, ValueSeed::new())
}

/// Reads a scalar of which `null` and a blank text are no value; gives back what is none at all.
pub(crate) fn optional_scalar<'de, T: Lenient, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Result<Option<T>, RawJson>, D::Error> {
    let Some(raw) = optional::<RawJson, D>(deserializer)? else {
        return Ok(Ok(None));
    };
    if raw.as_str().trim_matches(['"', ' ']).is_empty() {
        return Ok(Ok(None));
    }
    let value = T::lenient(&mut serde_json::Deserializer::from_str(raw.as_str()));
    Ok(value.map(Some).map_err(|_| raw))
}

/// Reads a list of which `null` is the empty one.
pub(crate) fn list<'de, T: Lenient, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    Ok(optional_list(deserializer)?.unwrap_or_default())
}

/// Reads a list of which `null` is none, which is not the same as an empty one.
pub(crate) fn optional_list<'de, T: Lenient, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error> {
    optional_with(deserializer, ListSeed(PhantomData))
}

/// Reads what this seed reads, or `null`.
pub(crate) fn optional_with<'de, Seed: DeserializeSeed<'de>, D: Deserializer<'de>>(
    deserializer: D,
    seed: Seed,
) -> Result<Option<Seed::Value>, D::Error> {
    deserializer.deserialize_option(OptionVisitor(seed))
}

/// Reads one lenient value.
pub(crate) struct ValueSeed<T>(PhantomData<T>);

impl<T> ValueSeed<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Lenient> DeserializeSeed<'de> for ValueSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::lenient(deserializer)
    }
}

struct ListSeed<T>(PhantomData<T>);

impl<'de, T: Lenient> DeserializeSeed<'de> for ListSeed<T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Lenient> Visitor<'de> for ListSeed<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::LIST)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(ValueSeed::new())? {
            list.push(item);
        }
        Ok(list)
    }
}

/// Whatever its seed reads, or `null`.
struct OptionVisitor<Seed>(Seed);

impl<'de, Seed: DeserializeSeed<'de>> Visitor<'de> for OptionVisitor<Seed> {
    type Value = Option<Seed::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::JSON)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        self.0.deserialize(inner).map(Some)
    }
}
