//! A thing of which nothing is documented.

use eloomi_wire::{Extra, NumberOrText, RawJson, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeMap as _};
use std::fmt;

/// Thing of a group that eloomi names and nobody has documented: a goal, a coach, an order.
///
/// Whatever object comes is read, and written back as the same value. That such a thing has an id
/// and a name is inferred, since all others have; an `id` or a `name` of a form that nobody
/// expects, and every other member, stands in [`fields`](Self::fields) as it came. `Debug` names
/// what is set and prints no value: goals and appraisals are personal.
///
/// ```
/// use eloomi_model::OpenResource;
/// use eloomi_wire::RawJson;
///
/// # fn main() -> Result<(), eloomi_wire::DecodeError> {
/// let goal: OpenResource = eloomi_wire::decode(br#"{"id":7,"name":"Read more","progress":40}"#)?;
/// assert_eq!(goal.id.as_ref().and_then(|id| id.as_u64()), Some(7));
/// assert_eq!(goal.name.as_deref(), Some("Read more"));
/// assert_eq!(goal.fields.get("progress").map(RawJson::as_str), Some("40"));
/// assert_eq!(format!("{goal:?}"), "OpenResource { id, name, fields: Extra(1 field) }");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct OpenResource {
    /// What eloomi calls the thing by, if it came as a number or as text (inferred).
    pub id: Option<NumberOrText>,
    /// Name, if it came as text (inferred).
    pub name: Option<Text>,
    /// Every other member, in the order they came, raw JSON until asked for.
    pub fields: Extra,
}

impl<'de> Deserialize<'de> for OpenResource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut resource = Self::default();
        for (key, value) in Extra::deserialize(deserializer)? {
            let is_taken = match key.as_str() {
                "id" => take(&mut resource.id, id(&value)),
                "name" => take(&mut resource.name, value.to().ok()),
                _ => false,
            };
            if !is_taken {
                resource.fields.push(key, value);
            }
        }
        Ok(resource)
    }
}

/// The id that a value is, unless writing it would make another number of it.
fn id(value: &RawJson) -> Option<NumberOrText> {
    let id: NumberOrText = value.to().ok()?;
    let comes_back = id.as_text().is_some() || id.to_string() == value.as_str();
    comes_back.then_some(id)
}

/// Fills an empty place; tells whether it did.
fn take<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_taken = place.is_none() && value.is_some();
    if is_taken {
        *place = value;
    }
    is_taken
}

impl Serialize for OpenResource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = &self.id {
            map.serialize_entry("id", id)?;
        }
        if let Some(name) = &self.name {
            map.serialize_entry("name", name)?;
        }
        for (key, value) in self.fields.iter() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl fmt::Debug for OpenResource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenResource { ")?;
        if self.id.is_some() {
            f.write_str("id, ")?;
        }
        if self.name.is_some() {
            f.write_str("name, ")?;
        }
        write!(f, "fields: {:?} }}", self.fields)
    }
}
