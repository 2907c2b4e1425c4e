//! Objects whose keys are data: the settings of each course, by its id.

use crate::{Lenient, expecting, lenient};
use serde::{
    Deserializer,
    de::{DeserializeSeed, Error, MapAccess, Unexpected, Visitor},
};
use std::{collections::BTreeMap, fmt, marker::PhantomData};

/// Reads a map of which `null` is none, which is not the same as an empty one.
pub(crate) fn optional_map<'de, K: Lenient + Ord, V: Lenient, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<BTreeMap<K, V>>, D::Error> {
    lenient::optional_with(deserializer, MapSeed(PhantomData))
}

struct MapSeed<K, V>(PhantomData<(K, V)>);

impl<'de, K: Lenient + Ord, V: Lenient> DeserializeSeed<'de> for MapSeed<K, V> {
    type Value = BTreeMap<K, V>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, K: Lenient + Ord, V: Lenient> Visitor<'de> for MapSeed<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expecting::OBJECT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(key) = entries.next_key_seed(lenient::ValueSeed::new())? {
            let value = entries.next_value_seed(lenient::ValueSeed::new())?;
            if map.insert(key, value).is_some() {
                return Err(A::Error::invalid_value(
                    Unexpected::Other("a second value"),
                    &expecting::KEYS_ONCE,
                ));
            }
        }
        Ok(map)
    }
}
