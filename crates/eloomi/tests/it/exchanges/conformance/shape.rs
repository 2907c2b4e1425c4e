//! The shape of JSON: which members there are, and of which types, whatever their values.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Types by path; all items of a list have one path.
#[derive(Debug, Default)]
pub(super) struct Shape(BTreeMap<String, BTreeSet<&'static str>>);

impl Shape {
    /// Adds what another answer shows.
    pub(super) fn learn(&mut self, json: &Value) {
        self.walk("", json);
    }

    fn walk(&mut self, path: &str, json: &Value) {
        let types = self.0.entry(path.to_owned()).or_default();
        types.insert(type_of(json));
        match json {
            Value::Array(items) => items
                .iter()
                .for_each(|it| self.walk(&format!("{path}[]"), it)),
            Value::Object(members) => {
                for (name, value) in members {
                    self.walk(&format!("{path}.{name}"), value);
                }
            }
            _ => {}
        }
    }

    /// Where `other` has a member or a type that this one does not know. What is nothing, or an
    /// empty list, says nothing of what else it could be.
    pub(super) fn strangers(&self, other: &Self) -> Vec<String> {
        let mut strangers = Vec::new();
        for (path, types) in &other.0 {
            let Some(known) = self.0.get(path) else {
                if !self.is_open(path) {
                    strangers.push(format!("`{path}` was never recorded"));
                }
                continue;
            };
            if known.iter().all(|it| *it == "null") {
                continue;
            }
            let mut new = types
                .iter()
                .filter(|it| **it != "null" && !known.contains(*it));
            if let Some(new) = new.next() {
                strangers.push(format!("`{path}` is {new}, recorded as {known:?}"));
            }
        }
        strangers
    }

    /// Whether the recorded answers show nothing of what could be here.
    fn is_open(&self, path: &str) -> bool {
        let above = path.rfind(['.', '[']).map(|end| &path[..end]);
        above.is_some_and(|above| match self.0.get(above) {
            Some(types) => types.iter().all(|it| *it == "null"),
            None => self.is_open(above),
        })
    }
}

/// Numbers come as text, too, and an object without members may come as an empty list
/// (`q-custom-attributes-forms`).
fn type_of(json: &Value) -> &'static str {
    match json {
        Value::Null => "null",
        Value::Array(items) if items.is_empty() => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) | Value::String(_) => "number or text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Shape;

    fn shape(json: &serde_json::Value) -> Shape {
        let mut shape = Shape::default();
        shape.learn(json);
        shape
    }

    #[test]
    fn a_new_member_and_a_new_type_are_strangers() {
        let known = shape(&json!({"data": [{"id": 1, "name": "x", "gone": null}]}));
        let strangers = |json| known.strangers(&shape(&json));
        assert_eq!(strangers(json!({"data": [{"id": 2}]})), [""; 0]);
        assert_eq!(
            strangers(json!({"data": [{"id": 2, "gone": "text"}]})),
            [""; 0]
        );
        assert_eq!(
            strangers(json!({"data": [{"id": true, "size": 3}]})),
            [
                "`.data[].id` is true or false, recorded as {\"number or text\"}",
                "`.data[].size` was never recorded"
            ]
        );
    }

    #[test]
    fn an_empty_list_says_nothing_of_its_items() {
        let known = shape(&json!({"data": []}));
        let other = shape(&json!({"data": [{"id": 1}]}));
        assert_eq!(known.strangers(&other), [""; 0]);
    }
}
