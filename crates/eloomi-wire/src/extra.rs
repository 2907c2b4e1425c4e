//! Fields that a model does not know.

use crate::{RawJson, Text, expecting};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// Fields that a model does not know, in the order they came.
///
/// Each value stays raw JSON until asked for. The same key may stand here more than once, when
/// the answer held it more than once; [`get`](Self::get) finds the first. `Debug` prints only how
/// many there are: the key of a custom field can be as telling as its value. By itself it is read
/// from an object and written as one, with all that came.
///
/// ```
/// use eloomi_wire::{Extra, RawJson};
///
/// # fn main() -> Result<(), eloomi_wire::DecodeError> {
/// let mut extra = Extra::default();
/// extra.push("shoe_size", RawJson::parse("38")?);
/// assert_eq!(extra.get("shoe_size").map(RawJson::as_str), Some("38"));
/// assert_eq!(format!("{extra:?}"), "Extra(1 field)");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Extra(Vec<(Text, RawJson)>);

impl Extra {
    /// Adds a field at the end, whether or not its key is here already.
    pub fn push(&mut self, key: impl Into<Text>, value: RawJson) {
        self.0.push((key.into(), value));
    }

    /// Puts a value in the place of the first field with this key, or at the end.
    pub fn set(&mut self, key: impl Into<Text>, value: RawJson) {
        let key = key.into();
        match self.0.iter_mut().find(|(name, _)| *name == key) {
            Some((_, place)) => *place = value,
            None => self.0.push((key, value)),
        }
    }

    /// Finds the first field with this key. A walk over all of them, since there are few.
    pub fn get(&self, key: &str) -> Option<&RawJson> {
        self.iter()
            .find_map(|(name, value)| (name == key).then_some(value))
    }

    /// Walks over all fields, in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawJson)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Counts the fields.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Extra {
    type Item = (Text, RawJson);
    type IntoIter = std::vec::IntoIter<(Text, RawJson)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.len() {
            1 => f.write_str("Extra(1 field)"),
            count => write!(f, "Extra({count} fields)"),
        }
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ExtraVisitor)
    }
}

struct ExtraVisitor;

impl<'de> de::Visitor<'de> for ExtraVisitor {
    type Value = Extra;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::OBJECT)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Extra, A::Error> {
        let mut extra = Extra::default();
        while let Some((key, value)) = map.next_entry::<Text, RawJson>()? {
            extra.push(key, value);
        }
        Ok(extra)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_comes_back_as_it_came_with_a_key_that_was_there_twice() {
        let json = r#"{"b":1.50,"a":null,"b":{"c":[ ]}}"#;
        let extra: Extra = crate::decode(json.as_bytes()).unwrap();
        assert_eq!(RawJson::from_serialize(&extra).unwrap().as_str(), json);
    }

    #[test]
    fn a_field_that_is_set_again_keeps_its_place() {
        let mut extra = Extra::default();
        for (key, json) in [("b", "1"), ("a", "2"), ("b", "3")] {
            extra.set(key, RawJson::parse(json).unwrap());
        }
        let json = RawJson::from_serialize(&extra).unwrap();
        assert_eq!(json.as_str(), r#"{"b":3,"a":2}"#);
    }
}
