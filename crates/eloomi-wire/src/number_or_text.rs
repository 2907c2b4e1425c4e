//! A label that one source calls a number and another writes as text.

use crate::{Lenient, Text, expecting};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// Number or text, written as whichever of them it came as.
///
/// For labels such as a level, which documentation calls an integer and people fill with
/// `"Senior"`. `5` and `"5"` are two different values here, and print alike.
///
/// ```
/// use eloomi_wire::NumberOrText;
///
/// assert_eq!(NumberOrText::from(5).to_string(), "5");
/// assert_eq!(NumberOrText::from("Senior").as_text(), Some("Senior"));
/// assert_eq!(NumberOrText::from("5").as_u64(), Some(5));
/// assert_eq!(NumberOrText::from("33.33").as_f64(), Some(33.33));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct NumberOrText(Value);

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Unsigned(u64),
    Signed(i64),
    Decimal(f64),
    Text(Text),
}

impl NumberOrText {
    /// The text, if it came as text.
    pub fn as_text(&self) -> Option<&str> {
        match &self.0 {
            Value::Text(text) => Some(text),
            Value::Unsigned(_) | Value::Signed(_) | Value::Decimal(_) => None,
        }
    }

    /// The number, if it is a whole one and not negative, in quotes or not.
    pub fn as_u64(&self) -> Option<u64> {
        match &self.0 {
            Value::Unsigned(number) => Some(*number),
            Value::Signed(number) => u64::try_from(*number).ok(),
            Value::Decimal(_) => None,
            Value::Text(text) => text.trim().parse().ok(),
        }
    }

    /// The number, if it is one, in quotes or not. Beyond 2⁵³ the nearest that an `f64` can hold.
    pub fn as_f64(&self) -> Option<f64> {
        match &self.0 {
            #[expect(clippy::cast_precision_loss, reason = "the caller asks for no more")]
            Value::Unsigned(number) => Some(*number as f64),
            #[expect(clippy::cast_precision_loss, reason = "as above")]
            Value::Signed(number) => Some(*number as f64),
            Value::Decimal(number) => Some(*number),
            // "NaN" and "inf" are numbers to Rust, but to nobody who writes a score.
            Value::Text(text) => text.trim().parse().ok().filter(|n: &f64| n.is_finite()),
        }
    }
}

impl fmt::Display for NumberOrText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Unsigned(number) => number.fmt(f),
            Value::Signed(number) => number.fmt(f),
            Value::Decimal(number) => number.fmt(f),
            Value::Text(text) => text.fmt(f),
        }
    }
}

impl From<u64> for NumberOrText {
    fn from(number: u64) -> Self {
        Self(Value::Unsigned(number))
    }
}

impl From<&str> for NumberOrText {
    fn from(text: &str) -> Self {
        Self(Value::Text(text.into()))
    }
}

impl From<String> for NumberOrText {
    fn from(text: String) -> Self {
        Self(Value::Text(text.into()))
    }
}

impl From<Text> for NumberOrText {
    fn from(text: Text) -> Self {
        Self(Value::Text(text))
    }
}

impl Serialize for NumberOrText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Value::Unsigned(number) => serializer.serialize_u64(*number),
            Value::Signed(number) => serializer.serialize_i64(*number),
            Value::Decimal(number) => serializer.serialize_f64(*number),
            Value::Text(text) => text.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for NumberOrText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberOrTextVisitor)
    }
}

impl Lenient for NumberOrText {
    const KIND: &'static str = "number or text";
    const SCALAR: bool = true;

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

struct NumberOrTextVisitor;

impl de::Visitor<'_> for NumberOrTextVisitor {
    type Value = NumberOrText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::NUMBER_OR_TEXT)
    }

    fn visit_u64<E>(self, number: u64) -> Result<NumberOrText, E> {
        Ok(NumberOrText(Value::Unsigned(number)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<NumberOrText, E> {
        Ok(NumberOrText(Value::Signed(number)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<NumberOrText, E> {
        Ok(NumberOrText(Value::Decimal(number)))
    }

    fn visit_str<E>(self, text: &str) -> Result<NumberOrText, E> {
        Ok(text.into())
    }
}
