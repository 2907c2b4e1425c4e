//! How the type of a field decides what absence, `null` and repetition mean for it.

use crate::{Field, FieldType, Lenient, Patch, RawJson, lenient};
use serde::{
    Deserializer, Serialize,
    de::{DeserializeSeed, Error},
    ser::SerializeMap,
};
use std::{collections::BTreeMap, marker::PhantomData};

/// A type that a field of a model may have.
///
/// | type | absent | `null` | written |
/// |---|---|---|---|
/// | `T` | an error | an error | always |
/// | `Option<T>` | `None` | `None` | unless `None` |
/// | `Vec<T>` | empty | empty | unless empty |
/// | `Patch<T>`, `Patch<Vec<T>>`, `Patch<BTreeMap<K, T>>` | `Keep` | `Clear` | unless `Keep` |
/// | [`Nullable<T>`](crate::Nullable) | `Absent` | `Null` | unless `Absent` |
/// | [`Attributes`](crate::Attributes) | absent | absent | unless absent |
///
/// An `Option` of a number or a truth value ([`SCALAR`](Lenient::SCALAR)) is `None` for `""` too.
///
/// `T` is any [`Lenient`] type, which includes every model; `K` any that is text or a number.
pub trait FieldValue: Sized + Serialize {
    /// Type of the value, as a schema names it.
    const TYPE: FieldType;

    /// Whether decoding fails without it.
    const REQUIRED: bool = false;

    /// Whether a second value is an error. True of required values and of ids: which of two ids
    /// is meant, nobody can say, and an update of the wrong person cannot be taken back.
    const UNIQUE: bool = false;

    /// The value of a field that did not come.
    ///
    /// # Errors
    ///
    /// serde's "missing field" with this name, when the value is required.
    fn missing<E: Error>(name: &'static str) -> Result<Self, E>;

    /// Tells whether the value is that of a field that did not come.
    fn is_absent(&self) -> bool;

    /// Reads the value.
    ///
    /// # Errors
    ///
    /// The deserializer's own.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads the value, or gives it back as it came if it cannot be read and the model is worth
    /// more than the value.
    ///
    /// # Errors
    ///
    /// The deserializer's own.
    fn read_or_keep<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Result<Self, RawJson>, D::Error> {
        Self::read(deserializer).map(Ok)
    }

    /// Writes the value under this name, unless it is absent.
    ///
    /// # Errors
    ///
    /// The serializer's own.
    fn write<S: SerializeMap>(&self, name: &'static str, map: &mut S) -> Result<(), S::Error> {
        if self.is_absent() {
            return Ok(());
        }
        map.serialize_entry(name, self)
    }

    /// The fields of the value, when it is a model, or a list or map of models.
    fn fields() -> &'static [Field] {
        &[]
    }
}

impl<T: Lenient> FieldValue for T {
    const TYPE: FieldType = FieldType::One(T::KIND);
    const REQUIRED: bool = true;
    const UNIQUE: bool = true;

    fn missing<E: Error>(name: &'static str) -> Result<Self, E> {
        Err(E::missing_field(name))
    }

    fn is_absent(&self) -> bool {
        false
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::lenient(deserializer)
    }

    fn fields() -> &'static [Field] {
        <T as Lenient>::fields()
    }
}

impl<T: Lenient> FieldValue for Option<T> {
    const TYPE: FieldType = FieldType::One(T::KIND);
    const UNIQUE: bool = T::IDENTITY;

    fn missing<E: Error>(_name: &'static str) -> Result<Self, E> {
        Ok(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::optional(deserializer)
    }

    fn read_or_keep<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Result<Self, RawJson>, D::Error> {
        if T::SCALAR {
            return lenient::optional_scalar(deserializer);
        }
        Self::read(deserializer).map(Ok)
    }

    fn fields() -> &'static [Field] {
        <T as Lenient>::fields()
    }
}

impl<T: Lenient> FieldValue for Vec<T> {
    const TYPE: FieldType = FieldType::List(T::KIND);

    fn missing<E: Error>(_name: &'static str) -> Result<Self, E> {
        Ok(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::list(deserializer)
    }

    fn fields() -> &'static [Field] {
        <T as Lenient>::fields()
    }
}

/// What an update does to a field is left out unless it is set, whatever the field holds.
macro_rules! patches {
    ($([$($of:tt)*] $value:ty: $type:expr, unique: $unique:expr;)+) => { $(
        impl<$($of)*> FieldValue for Patch<$value> {
            const TYPE: FieldType = $type;
            const UNIQUE: bool = $unique;

            fn missing<E: Error>(_name: &'static str) -> Result<Self, E> {
                Ok(Self::Keep)
            }

            fn is_absent(&self) -> bool {
                self.is_keep()
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }

            fn fields() -> &'static [Field] {
                <T as Lenient>::fields()
            }
        }
    )+ };
}

patches! {
    [T: Lenient] T: FieldType::One(T::KIND), unique: T::IDENTITY;
    [T: Lenient] Vec<T>: FieldType::List(T::KIND), unique: false;
    [K: Lenient + Ord, T: Lenient] BTreeMap<K, T>: FieldType::Map(T::KIND), unique: false;
}

/// Reads the value of one field, for the visitors that `model!` writes.
#[derive(Debug)]
pub struct FieldSeed<T>(PhantomData<T>);

impl<T> FieldSeed<T> {
    /// A seed for a value of this type.
    #[expect(clippy::new_without_default, reason = "only macros call it")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: FieldValue> DeserializeSeed<'de> for FieldSeed<T> {
    type Value = Result<T, RawJson>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::read_or_keep(deserializer)
    }
}
