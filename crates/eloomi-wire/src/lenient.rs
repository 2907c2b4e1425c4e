//! Values that come in more than one dress.

use crate::{Field, expecting};
use serde::{
    Deserializer, Serialize,
    de::{self, DeserializeSeed, Unexpected, Visitor},
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
pub trait Lenient: Serialize + Sized {
    /// The kind of value, as a schema calls it.
    const KIND: &'static str;

    /// Whether the value tells which thing is meant, so that two of them in one place are an
    /// error rather than a choice.
    const IDENTITY: bool = false;

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
    deserializer.deserialize_option(OptionVisitor(PhantomData))
}

/// Reads a list of which `null` is the empty one.
pub(crate) fn list<'de, T: Lenient, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(ListVisitor(PhantomData))
}

struct LenientSeed<T>(PhantomData<T>);

impl<'de, T: Lenient> DeserializeSeed<'de> for LenientSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::lenient(deserializer)
    }
}

struct OptionVisitor<T>(PhantomData<T>);

impl<'de, T: Lenient> Visitor<'de> for OptionVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::JSON)
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Option<T>, D::Error> {
        T::lenient(inner).map(Some)
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Lenient> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::LIST)
    }

    fn visit_none<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_unit<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Vec<T>, D::Error> {
        list(inner)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(LenientSeed(PhantomData))? {
            list.push(item);
        }
        Ok(list)
    }
}

impl Lenient for u64 {
    const KIND: &'static str = "integer";

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UnsignedVisitor)
    }
}

struct UnsignedVisitor;

impl Visitor<'_> for UnsignedVisitor {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::WHOLE_NUMBER)
    }

    fn visit_u64<E>(self, number: u64) -> Result<u64, E> {
        Ok(number)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<u64, E> {
        u64::try_from(number).map_err(|_| refused("a negative number", &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<u64, E> {
        text.trim().parse().map_err(|_| refused("text", &self))
    }
}

impl Lenient for i64 {
    const KIND: &'static str = "integer";

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SignedVisitor)
    }
}

struct SignedVisitor;

impl Visitor<'_> for SignedVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::SIGNED_NUMBER)
    }

    fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| refused("a number too large", &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<i64, E> {
        text.trim().parse().map_err(|_| refused("text", &self))
    }
}

impl Lenient for f64 {
    const KIND: &'static str = "number";

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::NUMBER)
    }

    fn visit_f64<E>(self, number: f64) -> Result<f64, E> {
        Ok(number)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a JSON number asked for as f64 has no more precision than that"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<f64, E> {
        Ok(number as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "as above")]
    fn visit_i64<E>(self, number: i64) -> Result<f64, E> {
        Ok(number as f64)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<f64, E> {
        match text.trim().parse::<f64>() {
            // "NaN" and "inf" are numbers to Rust but not to JSON: they would be written as null.
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(refused("text", &self)),
        }
    }
}

impl Lenient for bool {
    const KIND: &'static str = "boolean";

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BooleanVisitor)
    }
}

struct BooleanVisitor;

impl Visitor<'_> for BooleanVisitor {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::BOOLEAN)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<bool, E> {
        Ok(truth)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<bool, E> {
        match number {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(refused("another number", &self)),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<bool, E> {
        match text {
            "0" | "false" => Ok(false),
            "1" | "true" => Ok(true),
            _ => Err(refused("another text", &self)),
        }
    }
}

/// Refuses a value without quoting it, as serde would.
fn refused<E: de::Error>(what: &str, expected: &dyn de::Expected) -> E {
    E::invalid_value(Unexpected::Other(what), expected)
}
