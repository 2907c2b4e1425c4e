//! Sentinels that the client sends.

use std::sync::Mutex;

use eloomi::wire::{Field, FieldType};
use serde_json::{Map, Value, json};

/// Makes a value for each place of a request that no other place has.
#[derive(Default)]
pub(super) struct Own {
    made: Mutex<Vec<(String, String)>>,
}

impl Own {
    /// What was made so far, each with its place.
    pub(super) fn made(&self) -> Vec<(String, String)> {
        self.made.lock().unwrap().clone()
    }

    /// Letters that no word has.
    pub(super) fn word(&self, place: &str) -> String {
        self.make(place, |number| {
            let mut bits = (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let letters = (0..14).map(|_| {
                let letter = b"bcdfghjklmnpqrst"[usize::try_from(bits & 15).unwrap()];
                bits >>= 4;
                char::from(letter)
            });
            "zy".chars().chain(letters).collect()
        })
    }

    /// Sixteen digits.
    pub(super) fn number(&self, place: &str) -> u64 {
        let digits = self.make(place, |number| {
            (7_770_000_000_000_003 + number * 10_007_000_017).to_string()
        });
        digits.parse().unwrap()
    }

    /// A date and a time.
    pub(super) fn moment(&self, place: &str) -> String {
        self.make(place, |number| {
            let (year, month, day) = (1961 + number % 17, 1 + number % 12, 1 + number % 28);
            let time = 3_661 + number * 7_919 % 80_000;
            let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
            format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        })
    }

    /// An object in which every field, under each of its names, has a sentinel.
    pub(super) fn object(&self, model: &str, fields: &[Field]) -> Value {
        let mut members = Map::new();
        for field in fields {
            for name in field.wire_names() {
                let place = format!("{model}.{name}");
                members.insert((*name).to_owned(), self.value(&place, field));
            }
        }
        Value::Object(members)
    }

    fn value(&self, place: &str, field: &Field) -> Value {
        let one = |kind: &str| match kind {
            _ if !field.nested().is_empty() => self.object(place, field.nested()),
            "attributes" => json!({ self.word(place): self.word(place) }),
            "boolean" | "0 or 1" => json!(true),
            kind if kind.contains("integer") || kind.contains("number") => {
                json!(self.number(place))
            }
            kind if kind.contains("date") => json!(self.moment(place)),
            _ => json!(self.word(place)),
        };
        match field.field_type() {
            FieldType::One(kind) => one(kind),
            FieldType::List(kind) => json!([one(kind), one(kind)]),
            FieldType::Map(kind) if field.nested().is_empty() => {
                json!({ self.word(place): one(kind) })
            }
            // By id.
            FieldType::Map(kind) => json!({ self.number(place).to_string(): one(kind) }),
        }
    }

    fn make(&self, place: &str, write: impl Fn(u64) -> String) -> String {
        let mut made = self.made.lock().unwrap();
        let text = write(made.len() as u64);
        made.push((text.clone(), format!("sent: {place}")));
        text
    }
}
