//! Free-form attributes: an object whose keys each customer chooses.

use crate::{Extra, FieldType, FieldValue, RawJson, Text, expecting, lenient};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Unexpected},
};
use std::{collections::BTreeMap, fmt};

/// Attributes whose keys each customer chooses, raw JSON until asked for.
///
/// `null` and absent are the same, no attributes. PHP prints an empty object as `[]`, which is
/// therefore one here, and is written as it came. A value may be `null`. Each question costs a
/// scan of the text; ask [`to_map`](Self::to_map) once for many. `Debug` prints only the size.
///
/// ```
/// use eloomi_wire::{Attributes, RawJson};
///
/// # fn main() -> Result<(), eloomi_wire::DecodeError> {
/// let attributes: Attributes = eloomi_wire::decode(br#"{"desk":"4b","badge":null}"#)?;
/// assert_eq!(attributes.get("desk").as_ref().map(RawJson::as_str), Some("\"4b\""));
/// assert_eq!(attributes.iter().count(), 2);
/// assert!(eloomi_wire::decode::<Attributes>(b"[]")?.is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Attributes(Option<RawJson>);

impl Attributes {
    /// Tells whether there are none: absent, `null`, `{}` or `[]`.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Finds the first attribute with this key. `null` is found too.
    pub fn get(&self, key: &str) -> Option<RawJson> {
        self.iter()
            .find_map(|(name, value)| (name == key).then_some(value))
    }

    /// Walks over all attributes, in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = (Text, RawJson)> + use<> {
        self.entries().into_iter()
    }

    /// Reads all attributes into a map. Of a key that came twice the first stands.
    pub fn to_map(&self) -> BTreeMap<Text, RawJson> {
        let mut map = BTreeMap::new();
        for (key, value) in self.iter() {
            map.entry(key).or_insert(value);
        }
        map
    }

    /// Lends the JSON text as it came, or `None` when there was none.
    pub fn as_raw(&self) -> Option<&RawJson> {
        self.0.as_ref()
    }

    fn entries(&self) -> Extra {
        // The text was checked when it came, and `[]` holds no entry.
        self.0
            .as_ref()
            .and_then(|raw| raw.to().ok())
            .unwrap_or_default()
    }
}

impl<Key: Into<Text>> FromIterator<(Key, RawJson)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (Key, RawJson)>>(attributes: I) -> Self {
        let mut entries = Extra::default();
        for (key, value) in attributes {
            entries.push(key, value);
        }
        // An object of text keys and checked JSON can always be written.
        Self(RawJson::from_serialize(&entries).ok())
    }
}

/// Attributes whose values are texts, which can always be written.
impl<Key: Into<Text>> FromIterator<(Key, Text)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (Key, Text)>>(attributes: I) -> Self {
        let written = |(key, text)| Some((key, RawJson::from_serialize(&text).ok()?));
        attributes.into_iter().filter_map(written).collect()
    }
}

impl fmt::Debug for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.0.as_ref().map_or(0, |raw| raw.as_str().len());
        write!(f, "Attributes({bytes} bytes)")
    }
}

impl Serialize for Attributes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Attributes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: Option<RawJson> = lenient::optional(deserializer)?;
        match raw {
            Some(raw) if !is_object_or_empty(raw.as_str()) => Err(de::Error::invalid_value(
                Unexpected::Other("another value"),
                &expecting::ATTRIBUTES,
            )),
            checked => Ok(Self(checked)),
        }
    }
}

/// Looks at the brackets alone, since the text is known to be JSON.
fn is_object_or_empty(json: &str) -> bool {
    json.starts_with('{')
        || json
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
            .is_some_and(|inside| inside.trim().is_empty())
}

impl FieldValue for Attributes {
    const TYPE: FieldType = FieldType::One("attributes");

    fn missing<E: de::Error>(_name: &'static str) -> Result<Self, E> {
        Ok(Self::default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}
