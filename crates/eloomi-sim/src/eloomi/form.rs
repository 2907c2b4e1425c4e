//! Urlencoded forms as PHP reads them.

use serde_json::map::Entry;
use serde_json::{Map, Value};

/// `name` is a text, `name[]` an item of a list, `name[key]` a member of an object.
pub(crate) fn read(body: &[u8]) -> Map<String, Value> {
    let mut fields = Map::new();
    for (name, value) in form_urlencoded::parse(body) {
        let value = Value::String(value.into_owned());
        let inner = name.strip_suffix(']').and_then(|name| name.split_once('['));
        match inner {
            None => drop(fields.insert(name.into_owned(), value)),
            Some((name, key)) => put(fields.entry(name), key, value),
        }
    }
    fields
}

/// Keys that are numbers make a list too. What does not fit what came before replaces it.
fn put(entry: Entry<'_>, key: &str, value: Value) {
    let place = entry.or_insert(Value::Null);
    if key.bytes().all(|byte| byte.is_ascii_digit()) {
        match place {
            Value::Array(items) => items.push(value),
            place => *place = Value::Array(vec![value]),
        }
    } else {
        match place {
            Value::Object(members) => drop(members.insert(key.to_owned(), value)),
            place => *place = Value::Object(Map::from_iter([(key.to_owned(), value)])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(body: &str) -> String {
        Value::Object(read(body.as_bytes())).to_string()
    }

    #[test]
    fn a_bare_name_is_a_text() {
        assert_eq!(read_text("title=R%26D+lead"), r#"{"title":"R&D lead"}"#);
    }

    #[test]
    fn brackets_make_a_list() {
        assert_eq!(read_text("a[]=1&a%5B%5D=2"), r#"{"a":["1","2"]}"#);
    }

    #[test]
    fn numbers_in_brackets_make_a_list() {
        assert_eq!(read_text("a[0]=1&a[1]=2"), r#"{"a":["1","2"]}"#);
    }

    #[test]
    fn a_key_in_brackets_makes_an_object() {
        assert_eq!(read_text("a[b]=1&a[c]=2"), r#"{"a":{"b":"1","c":"2"}}"#);
    }
}
