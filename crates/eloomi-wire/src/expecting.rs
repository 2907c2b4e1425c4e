//! What our readers say they expect.
//!
//! serde's own messages quote the value they refuse (`invalid type: string "Ada…"`), and those
//! values are people. A [`DecodeError`](crate::DecodeError) therefore repeats a reader's
//! expectation only when it is one of the texts below, word for word.

/// A text.
pub const TEXT: &str = "text";
/// An unsigned whole number.
pub(crate) const WHOLE_NUMBER: &str = "a whole number, zero or more, or one in quotes";
/// A signed whole number.
pub(crate) const SIGNED_NUMBER: &str = "a whole number, or one in quotes";
/// Any number that JSON can write.
pub(crate) const NUMBER: &str = "a number, or one in quotes";
/// A truth value.
pub(crate) const BOOLEAN: &str = "true, false, 0 or 1, or one of them in quotes";
/// A number or a text, either of which is kept.
pub(crate) const NUMBER_OR_TEXT: &str = "a number or text";
/// A list.
pub(crate) const LIST: &str = "a list or null";
/// An object with known fields.
pub const OBJECT: &str = "an object";
/// A name inside an object.
pub const FIELD_NAME: &str = "the name of a field";
/// An object in which no key may come twice.
pub(crate) const KEYS_ONCE: &str = "each key once";
/// Free-form attributes.
pub(crate) const ATTRIBUTES: &str = "an object, an empty list or null";
/// Anything at all.
pub(crate) const JSON: &str = "any JSON value";

/// All of them, for the one place that compares.
pub(crate) const ALL: &[&str] = &[
    TEXT,
    WHOLE_NUMBER,
    SIGNED_NUMBER,
    NUMBER,
    BOOLEAN,
    NUMBER_OR_TEXT,
    LIST,
    OBJECT,
    FIELD_NAME,
    KEYS_ONCE,
    ATTRIBUTES,
    JSON,
];
