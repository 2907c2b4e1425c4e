//! From a field of a record to the text of a cell.

use std::{collections::BTreeMap, io};

use eloomi::wire::Field;
use serde_json::value::RawValue;

use super::Record;

/// The values of a record by their names on the wire, as its model serializes them.
pub(super) struct Values(BTreeMap<String, Box<RawValue>>);

impl Values {
    /// Those of this record.
    pub(super) fn of<R: Record>(record: &R) -> io::Result<Self> {
        // By way of text, because a `serde_json::Value` rounds large numbers.
        let json = serde_json::to_string(record)?;
        Ok(Self(serde_json::from_str(&json)?))
    }

    /// The value of a field, if it is set.
    pub(super) fn get<R: Record>(&self, record: &R, field: &Field) -> Option<&RawValue> {
        // A spelling that came a second time stands among the extra fields.
        let names = field.wire_names().iter();
        let name = names
            .copied()
            .find(|name| record.extra().get(name).is_none())?;
        self.0.get(name).map(AsRef::as_ref)
    }
}

/// A value as one cell of an export: text as it is, a list joined with `;`, anything deeper as
/// JSON, and so is a list whose texts hold a `;` themselves.
pub(super) fn exported(value: &RawValue) -> String {
    let Some(items) = list(value) else {
        return scalar(value).unwrap_or_else(|| value.get().into());
    };
    let items: Option<Vec<_>> = items
        .iter()
        .map(|item| scalar(item).filter(|item| !item.contains(';')))
        .collect();
    match items {
        Some(items) => items.join(";"),
        None => value.get().into(),
    }
}

/// A value as people read it: a list with commas, an object that has a name by that.
pub(super) fn shown(value: &RawValue) -> String {
    if let Some(items) = list(value) {
        let items: Vec<_> = items.iter().map(|item| shown(item)).collect();
        return items.join(", ");
    }
    scalar(value)
        .or_else(|| named(value))
        .unwrap_or_else(|| value.get().into())
}

fn list(value: &RawValue) -> Option<Vec<&RawValue>> {
    let is_list = value.get().starts_with('[');
    is_list.then(|| serde_json::from_str(value.get()).ok())?
}

fn scalar(value: &RawValue) -> Option<String> {
    let json = value.get();
    match json.as_bytes().first()? {
        b'"' => serde_json::from_str(json).ok(),
        b'[' | b'{' => None,
        b'n' => Some(String::new()),
        _ => Some(json.into()),
    }
}

fn named(value: &RawValue) -> Option<String> {
    let mut object: BTreeMap<String, &RawValue> = serde_json::from_str(value.get()).ok()?;
    scalar(object.remove("name")?).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(json: &str) -> Box<RawValue> {
        RawValue::from_string(json.into()).unwrap()
    }

    #[test]
    fn an_exported_list_is_joined_unless_that_would_be_ambiguous() {
        assert_eq!(exported(&raw("[7,12]")), "7;12");
        assert_eq!(exported(&raw("[]")), "");
        assert_eq!(exported(&raw(r#"["a;b","c"]"#)), r#"["a;b","c"]"#);
        assert_eq!(exported(&raw(r#"[{"id":1}]"#)), r#"[{"id":1}]"#);
    }

    #[test]
    fn an_exported_number_keeps_all_its_digits() {
        assert_eq!(
            exported(&raw("12345678901234567890123")),
            "12345678901234567890123"
        );
    }

    #[test]
    fn people_read_names_instead_of_objects() {
        let groups = r#"[{"id":24,"name":"No special access"},{"id":25}]"#;
        assert_eq!(shown(&raw(groups)), r#"No special access, {"id":25}"#);
    }
}
