//! A JSON value that keeps the order of its keys, and its writer.
//!
//! The answers must come out in the documented order, byte for byte the same each time.
//! `serde_json` sorts keys unless told otherwise, and telling it so would change the whole
//! workspace; this is the small part that the simulator needs.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::Value;

use crate::eloomi::switches::Escapes;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Flag(bool),
    Number(u64),
    Text(Cow<'static, str>),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
    /// What a client sent, shown again.
    Given(Value),
}

impl Json {
    pub(crate) fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self::Text(text.into())
    }

    /// The value as the text of a body, `behaviours::TEXT_ESCAPES`.
    pub(crate) fn render(&self, escapes: Escapes) -> String {
        let mut out = String::new();
        self.write(&mut out, escapes);
        out
    }

    fn write(&self, out: &mut String, escapes: Escapes) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => push(out, format_args!("{flag}")),
            Self::Number(number) => push(out, format_args!("{number}")),
            Self::Text(text) => write_text(out, text, escapes),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    comma(out, index);
                    item.write(out, escapes);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    comma(out, index);
                    write_text(out, key, escapes);
                    out.push(':');
                    value.write(out, escapes);
                }
                out.push('}');
            }
            Self::Given(value) => write_given(out, value, escapes),
        }
    }
}

/// Not by `serde_json`, which knows nothing of the escapes.
fn write_given(out: &mut String, value: &Value, escapes: Escapes) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => push(out, format_args!("{value}")),
        Value::String(text) => write_text(out, text, escapes),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                comma(out, index);
                write_given(out, item, escapes);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, (key, value)) in members.iter().enumerate() {
                comma(out, index);
                write_text(out, key, escapes);
                out.push(':');
                write_given(out, value, escapes);
            }
            out.push('}');
        }
    }
}

fn comma(out: &mut String, index: usize) {
    if index > 0 {
        out.push(',');
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<&'static str> for Json {
    fn from(text: &'static str) -> Self {
        Self::text(text)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Vec<u64>> for Json {
    fn from(numbers: Vec<u64>) -> Self {
        Self::List(numbers.into_iter().map(Self::Number).collect())
    }
}

fn write_text(out: &mut String, text: &str, escapes: Escapes) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '/' if escapes == Escapes::Php => out.push_str("\\/"),
            letter if u32::from(letter) < 0x20 => escape(out, letter),
            letter if escapes == Escapes::Php && !letter.is_ascii() => escape(out, letter),
            letter => out.push(letter),
        }
    }
    out.push('"');
}

fn escape(out: &mut String, letter: char) {
    for unit in letter.encode_utf16(&mut [0; 2]) {
        push(out, format_args!("\\u{unit:04x}"));
    }
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_order() {
        let json = Json::Object(vec![("z", Json::Number(1)), ("a", Json::List(vec![]))]);
        assert_eq!(json.render(Escapes::Json), r#"{"z":1,"a":[]}"#);
    }

    #[test]
    fn text_reads_back_the_same_in_either_escaping() {
        let text = "Søren \"李\" a/b\\c\n\u{1}😀";
        for escapes in [Escapes::Json, Escapes::Php] {
            let written = Json::text(text).render(escapes);
            let read: String = serde_json::from_str(&written).unwrap();
            assert_eq!(read, text);
        }
    }

    #[test]
    fn php_escapes_are_ascii() {
        let written = Json::text("ø/😀").render(Escapes::Php);
        assert_eq!(written, r#""\u00f8\/\ud83d\ude00""#);
    }
}
