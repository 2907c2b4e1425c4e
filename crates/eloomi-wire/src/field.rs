//! What is known of one field of a model.

use crate::FieldValue;
use std::fmt;

/// What is known of one field: its names, its type and who may see or write it.
///
/// [`model!`](crate::model!) writes a list of these for each model. Schemas are printed and
/// recordings are redacted by it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    name: &'static str,
    wire_names: &'static [&'static str],
    value: FieldType,
    nested: fn() -> &'static [Field],
    required: bool,
    writable: bool,
    personal: bool,
}

impl Field {
    /// Describes an optional, read-only field that says nothing of a person.
    ///
    /// `wire_names` holds every spelling; the first is the one written.
    pub const fn of<T: FieldValue>(
        name: &'static str,
        wire_names: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            wire_names,
            value: T::TYPE,
            nested: T::fields,
            required: false,
            writable: false,
            personal: false,
        }
    }

    /// Marks a field that always comes.
    #[must_use = "this returns a changed copy"]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// Marks a field that an update may write.
    #[must_use = "this returns a changed copy"]
    pub const fn writable(self) -> Self {
        Self {
            writable: true,
            ..self
        }
    }

    /// Marks a field that identifies or describes a person.
    #[must_use = "this returns a changed copy"]
    pub const fn personal(self) -> Self {
        Self {
            personal: true,
            ..self
        }
    }

    /// Name of the field in Rust.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Every spelling of the field on the wire, the written one first.
    pub const fn wire_names(&self) -> &'static [&'static str] {
        self.wire_names
    }

    /// Type of the value.
    pub const fn field_type(&self) -> FieldType {
        self.value
    }

    /// Fields of the value, when it is a model, or a list or map of models; else none.
    pub fn nested(&self) -> &'static [Self] {
        (self.nested)()
    }

    /// Tells whether the field always comes; decoding fails without it.
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Tells whether an update may write the field.
    pub const fn is_writable(&self) -> bool {
        self.writable
    }

    /// Tells whether the field identifies or describes a person.
    pub const fn is_personal(&self) -> bool {
        self.personal
    }
}

/// Type of a field as a schema names it: `text`, `list of integer`, `map of text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// One value of this kind.
    One(&'static str),
    /// Any number of values of this kind.
    List(&'static str),
    /// An object whose keys are data, with values of this kind.
    Map(&'static str),
}

impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(kind) => f.write_str(kind),
            Self::List(kind) => write!(f, "list of {kind}"),
            Self::Map(kind) => write!(f, "map of {kind}"),
        }
    }
}
