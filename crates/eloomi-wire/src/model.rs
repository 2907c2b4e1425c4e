//! One declaration per model.

use crate::{Extra, Field};
use std::fmt;

/// Declares a model: one line per field, and everything else follows from those lines.
///
/// ```text
///     name: Type = "wire_name" | "other spelling", required, writable, personal;
///     ─┬──  ─┬──   ──────────┬──────────────────   ────────────┬─────────────
///      │     │               │                                 └ any of these flags, or none
///      │     │               └ as read; the first is the one written
///      │     └ any FieldValue: T, Option<T>, Vec<T>, Patch of T, of Vec<T>, of BTreeMap<K, T>, Attributes
///      └ of the public field
/// ```
///
/// `required` goes with a bare `T` and comes first among the flags; `writable` says that an
/// update may write the field; `personal` that it identifies or describes a person.
///
/// ```
/// use eloomi_wire::{Id, Text, decode, model};
///
/// /// Tells ids of ships from other ids.
/// #[derive(Debug)]
/// pub enum ShipMarker {}
///
/// model! {
///     /// A ship.
///     pub struct Ship {
///         /// Number in the register.
///         id: Id<ShipMarker> = "id", required;
///         /// Name on the bow.
///         name: Option<Text> = "name" | "ship_name", writable;
///         /// Who has sailed her.
///         captains: Vec<Text> = "captains", personal;
///     }
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut ship = Ship::new(7);
/// ship.name = Some("Tern".into());
/// assert_eq!(format!("{ship:?}"), "Ship { id, name, .. }");
///
/// let same: Ship = decode(br#"{"id":"7","ship_name":"Tern","captains":null}"#)?;
/// assert_eq!(same, ship);
/// assert_eq!(Ship::FIELDS[1].wire_names(), ["name", "ship_name"]);
/// # Ok(())
/// # }
/// ```
///
/// # What it writes
///
/// * The struct, `#[non_exhaustive]`, with one more field: `extra`, the [`Extra`] of all fields
///   it does not list.
/// * `Clone` and `PartialEq`; `Debug`, which names the fields that are set and prints none.
/// * `new(required…)` when a field is required, else `Default`.
/// * `Deserialize`, by a visitor that works behind a consumer's `flatten` and `from_value` too,
///   and `Serialize`, which leaves out what is absent.
/// * [`Lenient`](crate::Lenient), so that a model can be the type of another model's field.
/// * `FIELDS`, a list of [`Field`](crate::Field), and `set_fields()`, those of them that are set.
///
/// # When a field comes twice
///
/// No value ever overwrites another. Of a required field and of an id, a second value is an
/// error: which of two ids is meant nobody can say. Of every other field, the first value that is
/// not absent stands, and each later one goes into `extra` under the spelling it came with,
/// unless it is `null`. Writing then keeps both: the field takes a spelling that `extra` leaves
/// free.
///
/// # When a field holds what it should not
///
/// An optional number or truth value that is none, such as `"yes"`, is `None`, and what came goes into
/// `extra` under the spelling it came with: one odd field must not lose a whole list. `""` is `None`
/// as `null` is. Everything else that does not fit is an error, and so is every value that does
/// not fit in a [`Patch`](crate::Patch), which is written and not read.
///
/// # What a round trip changes
///
/// Read and written again, a value equals the one that came but for this: `null`, a list of none,
/// and `""` for a number or a truth value, is absent; numbers and truth values lose their quotes, and `0` and `1` become `false`
/// and `true` where truth is meant; a field with two spellings is written in one. Listed fields
/// come first, in the order of the list.
#[macro_export]
macro_rules! model {
    (
        $(#[$about:meta])*
        $visibility:vis struct $model:ident {
            $(
                $(#[$doc:meta])*
                $field:ident : $type:ty = $wire:literal $(| $alias:literal)* $(, $flag:ident)* ;
            )+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        $visibility struct $model {
            $(
                $(#[$doc])*
                #[doc = concat!("\n\nOn the wire: `", $wire, "`" $(, ", also `", $alias, "`")*, ".")]
                pub $field: $type,
            )+
            /// Fields that this version does not know, as they came.
            pub extra: $crate::Extra,
        }

        impl $model {
            /// What is known of each field, in the order of their declaration.
            pub const FIELDS: &'static [$crate::Field] = &[
                $(
                    $crate::Field::of::<$type>(stringify!($field), &[$wire $(, $alias)*])
                        $( .$flag() )*,
                )+
            ];

            /// The fields that are set, in the order of their declaration.
            pub fn set_fields(&self) -> impl Iterator<Item = &'static $crate::Field> + use<> {
                let is_set = [$( !$crate::FieldValue::is_absent(&self.$field) ),+];
                let fields = Self::FIELDS.iter().zip(is_set);
                fields.filter_map(|(field, is_set)| is_set.then_some(field))
            }
        }

        $crate::__model_constructor! { $model [] [] $( $field : $type [$($flag)*] )+ }

        const _: () = {
            use $crate::{
                Extra, Field, FieldValue, Lenient, RawJson, Text,
                __private::{
                    FIELD_NAME, FieldSeed, OBJECT, announce, assert_portable, free_spelling, write_names,
                    serde::{
                        Deserialize, Deserializer, Serialize, Serializer,
                        de::{DeserializeSeed, Error, MapAccess, Visitor},
                        ser::SerializeMap,
                    },
                },
            };
            use ::core::fmt;

            const _: () = assert_portable::<$model>();

            impl fmt::Debug for $model {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write_names(f, stringify!($model), self.set_fields())
                }
            }

            impl Serialize for $model {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let mut map = serializer.serialize_map(None)?;
                    $(
                        let name = free_spelling(&[$wire $(, $alias)*], &self.extra);
                        FieldValue::write(&self.$field, name, &mut map)?;
                    )+
                    for (name, value) in self.extra.iter() {
                        map.serialize_entry(name, value)?;
                    }
                    map.end()
                }
            }

            /// Which field a key belongs to. One byte, and `Option` of it too: the text of an
            /// unknown key stands beside it, so that keys stay cheap to pass around.
            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types, reason = "named like the fields")]
            enum Key { $( $field ),+ }

            /// How the last key was spelled.
            #[derive(Default)]
            struct Spelling {
                known: &'static str,
                unknown: Text,
            }

            impl<'de> DeserializeSeed<'de> for &mut Spelling {
                type Value = Option<Key>;

                fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Key>, D::Error> {
                    deserializer.deserialize_identifier(self)
                }
            }

            impl Visitor<'_> for &mut Spelling {
                type Value = Option<Key>;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(FIELD_NAME)
                }

                fn visit_str<E>(self, name: &str) -> Result<Option<Key>, E> {
                    let (key, known) = match name {
                        $(
                            $wire => (Key::$field, $wire),
                            $( $alias => (Key::$field, $alias), )*
                        )+
                        unknown => {
                            self.unknown = unknown.into();
                            return Ok(None);
                        }
                    };
                    self.known = known;
                    Ok(Some(key))
                }
            }

            struct ModelVisitor;

            impl<'de> Visitor<'de> for ModelVisitor {
                type Value = $model;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(OBJECT)
                }

                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$model, A::Error> {
                    $( let mut $field: Option<$type> = None; )+
                    let mut extra = Extra::default();
                    let mut spelling = Spelling::default();
                    while let Some(key) = map.next_key_seed(&mut spelling)? {
                        match key {
                            // The first value that is there.
                            $(
                                Some(Key::$field) if $field.as_ref().is_none_or(FieldValue::is_absent) => {
                                    match map.next_value_seed(FieldSeed::<$type>::new())? {
                                        Ok(value) => $field = Some(value),
                                        Err(odd) => extra.push(spelling.known, odd),
                                    }
                                }
                            )+
                            // A second one.
                            $(
                                Some(Key::$field) if <$type as FieldValue>::UNIQUE => {
                                    return Err(A::Error::duplicate_field($wire));
                                }
                            )+
                            Some(_) => {
                                let value: RawJson = map.next_value()?;
                                if !value.is_null() {
                                    extra.push(spelling.known, value);
                                }
                            }
                            None => extra.push(::core::mem::take(&mut spelling.unknown), map.next_value()?),
                        }
                    }
                    Ok($model {
                        $( $field: $field.map_or_else(|| FieldValue::missing($wire), Ok)?, )+
                        extra,
                    })
                }
            }

            impl<'de> Deserialize<'de> for $model {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    announce(Self::FIELDS);
                    deserializer.deserialize_map(ModelVisitor)
                }
            }

            impl Lenient for $model {
                const KIND: &'static str = stringify!($model);

                fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    Self::deserialize(deserializer)
                }

                fn fields() -> &'static [Field] {
                    Self::FIELDS
                }
            }
        };
    };
}

/// Sorts the fields of a model into required and other ones, then writes `new` or `Default`.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_constructor {
    // A required field.
    (
        $model:ident [$($required:tt)*] [$($other:tt)*]
        $field:ident : $type:ty [required $($flag:ident)*] $($rest:tt)*
    ) => {
        const _: () = assert!(
            <$type as $crate::FieldValue>::REQUIRED,
            "a required field has a bare type, neither Option nor Vec"
        );
        $crate::__model_constructor! { $model [$($required)* $field : $type,] [$($other)*] $($rest)* }
    };

    // Any other field.
    (
        $model:ident [$($required:tt)*] [$($other:tt)*]
        $field:ident : $type:ty [$($flag:ident)*] $($rest:tt)*
    ) => {
        const _: () = assert!(
            !<$type as $crate::FieldValue>::REQUIRED,
            "a field of a bare type needs the flag `required`, as the first of its flags"
        );
        $crate::__model_constructor! { $model [$($required)*] [$($other)* $field] $($rest)* }
    };

    // All sorted, none required.
    ($model:ident [] [$($other:ident)*]) => {
        impl ::core::default::Default for $model {
            fn default() -> Self {
                Self {
                    $( $other: ::core::default::Default::default(), )*
                    extra: $crate::Extra::default(),
                }
            }
        }
    };

    // All sorted, some required.
    ($model:ident [$($field:ident : $type:ty,)+] [$($other:ident)*]) => {
        impl $model {
            /// Makes one with what is required, and nothing else set.
            pub fn new($( $field: impl ::core::convert::Into<$type> ),+) -> Self {
                Self {
                    $( $field: $field.into(), )+
                    $( $other: ::core::default::Default::default(), )*
                    extra: $crate::Extra::default(),
                }
            }
        }
    };
}

/// Picks the spelling under which a field is written: the first, unless a second value of the
/// field took it and waits in `extra`.
pub fn free_spelling(spellings: &'static [&'static str], extra: &Extra) -> &'static str {
    let first = spellings[0];
    if extra.is_empty() || spellings.len() == 1 {
        return first;
    }
    spellings
        .iter()
        .find(|spelling| extra.get(spelling).is_none())
        .unwrap_or(&first)
}

/// Writes `User { id, email, .. }`: which fields are set, and nothing of what they hold.
///
/// # Errors
///
/// The formatter's own.
pub fn write_names(
    f: &mut fmt::Formatter<'_>,
    model: &str,
    set: impl Iterator<Item = &'static Field>,
) -> fmt::Result {
    write!(f, "{model} {{ ")?;
    for field in set {
        write!(f, "{}, ", field.name())?;
    }
    f.write_str(".. }")
}

/// Fails to compile for a type that cannot go to another thread or outlive its maker.
pub const fn assert_portable<T: Clone + Send + Sync + 'static>() {}
