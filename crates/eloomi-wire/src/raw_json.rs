//! JSON text kept as it came.

use crate::{DecodeError, Lenient, decode, expecting};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, value::MapAccessDeserializer},
};
use serde_json::value::{RawValue, to_raw_value};
use std::{error, fmt};

/// A JSON value whose text is kept as it came, until somebody asks for more.
///
/// Keeping it costs one allocation and a scan; a parsed map of custom attributes costs 600 bytes
/// per person. Two values are equal when their texts are: `{"a":1}` and `{ "a": 1 }` are not.
/// `Debug` prints only the size, since the content may be personal.
///
/// Unlike `serde_json`'s own raw value it may stand inside a consumer's `#[serde(flatten)]` or
/// `untagged` type and in `serde_json::from_value`. The text is then written anew from what serde
/// buffered: spaces are gone, the value is the same.
///
/// ```
/// use eloomi_wire::RawJson;
///
/// # fn main() -> Result<(), eloomi_wire::DecodeError> {
/// let raw = RawJson::parse("[1, 2.50]")?;
/// assert_eq!(raw.as_str(), "[1, 2.50]");
/// assert_eq!(raw.to::<Vec<f64>>()?, [1.0, 2.5]);
/// assert_eq!(format!("{raw:?}"), "RawJson(9 bytes)");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RawJson(Box<RawValue>);

impl RawJson {
    /// Checks that `text` is one JSON value, and keeps it.
    ///
    /// # Errors
    ///
    /// As [`decode`]: syntax, or a text that ends too early.
    pub fn parse(text: &str) -> Result<Self, DecodeError> {
        decode(text.as_bytes())
    }

    /// Writes any value as JSON and keeps the text.
    ///
    /// # Errors
    ///
    /// [`EncodeError`] when the value cannot be written as JSON, such as a map whose keys are
    /// lists, or refuses to be.
    pub fn from_serialize<T: Serialize + ?Sized>(value: &T) -> Result<Self, EncodeError> {
        to_raw_value(value).map(Self).map_err(|_| EncodeError(()))
    }

    /// Lends the text.
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// Tells whether this is `null`.
    pub fn is_null(&self) -> bool {
        self.as_str() == "null"
    }

    /// Reads the text as a type of your choice. Costs a parse at each call.
    ///
    /// # Errors
    ///
    /// As [`decode`], when the text does not fit the type.
    pub fn to<'a, T: Deserialize<'a>>(&'a self) -> Result<T, DecodeError> {
        decode(self.as_str().as_bytes())
    }
}

impl PartialEq for RawJson {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RawJson {}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawJson({} bytes)", self.as_str().len())
    }
}

impl Serialize for RawJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// How `serde_json` recognises that the text itself is wanted. A private name of theirs, but one
/// that cannot change within `serde_json` 1: it is the protocol between its own two halves, which
/// other crates (`serde_path_to_error` among them) pass through. A test here would notice.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

impl<'de> Deserialize<'de> for RawJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW_VALUE, RawVisitor)
    }
}

impl Lenient for RawJson {
    const KIND: &'static str = "JSON";

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

struct RawVisitor;

impl<'de> de::Visitor<'de> for RawVisitor {
    type Value = RawJson;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::JSON)
    }

    /// `serde_json` itself answers the private name with a map of one entry, the text.
    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<RawJson, A::Error> {
        Box::<RawValue>::deserialize(MapAccessDeserializer::new(map)).map(RawJson)
    }

    /// Everybody else (serde's buffer behind `flatten` and `untagged`, other formats) sees a
    /// plain newtype.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<RawJson, D::Error> {
        let value = serde_json::Value::deserialize(inner)?;
        to_raw_value(&value).map(RawJson).map_err(de::Error::custom)
    }
}

/// A value that cannot be written as JSON. Says nothing of the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError(());

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value cannot be written as JSON")
    }
}

impl error::Error for EncodeError {}
