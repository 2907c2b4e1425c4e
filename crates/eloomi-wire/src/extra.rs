//! Fields that a model does not know.

use crate::{RawJson, Text};
use std::fmt;

/// Fields that a model does not know, in the order they came.
///
/// Each value stays raw JSON until asked for. The same key may stand here more than once, when
/// the answer held it more than once; [`get`](Self::get) finds the first. `Debug` prints only how
/// many there are: the key of a custom field can be as telling as its value.
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
