//! A JSON value as JavaScript holds it: members stay in the order in which they came.
//!
//! The order shows: unknown members are named in it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

/// What a client sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Given>),
    Object(Members),
}

/// The members of an object, in order; none is there twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Members(Vec<(String, Given)>);

impl Members {
    /// Adds a member; the last of a name counts, at the place of the first.
    pub(crate) fn put(&mut self, name: String, value: Given) {
        match self.0.iter_mut().find(|(own, _)| *own == name) {
            Some((_, own)) => *own = value,
            None => self.0.push((name, value)),
        }
    }

    /// Adds what may be there several times: the second makes it a list.
    pub(crate) fn add(&mut self, name: String, value: Given) {
        match self.0.iter_mut().find(|(own, _)| *own == name) {
            None => self.0.push((name, value)),
            Some((_, Given::List(items))) => items.push(value),
            Some((_, own)) => *own = Given::List(vec![std::mem::replace(own, Given::Null), value]),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Given> {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value)
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Given> {
        let index = self.0.iter().position(|(own, _)| own == name)?;
        Some(self.0.remove(index).1)
    }

    /// The members, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Given)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The names as JavaScript lists them: those that are indices first, by number.
    pub(crate) fn names(&self) -> Vec<&str> {
        let index = |name: &str| {
            let number: u32 = name.parse().ok()?;
            (number < u32::MAX && number.to_string() == name).then_some(number)
        };
        let mut names: Vec<&str> = self.iter().map(|(name, _)| name).collect();
        names.sort_by_key(|name| index(name).map_or((1, 0), |number| (0, number)));
        names
    }
}

impl Given {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Reads JSON text; a member `__proto__` is refused, as the service does.
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        // Node drops a byte order mark before it reads.
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        serde_json::from_slice(text).ok()
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Given::deserialize(deserializer)? {
            Given::Object(members) => Ok(members),
            _ => Err(D::Error::custom("an object stands here")),
        }
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Given::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Given, E> {
        Ok(Given::Flag(flag))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript loses it, too")]
    fn visit_u64<E>(self, number: u64) -> Result<Given, E> {
        Ok(Given::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript loses it, too")]
    fn visit_i64<E>(self, number: i64) -> Result<Given, E> {
        Ok(Given::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Given, E> {
        Ok(Given::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Given, E> {
        Ok(Given::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Given, E> {
        Ok(Given::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Given, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Given::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Given, A::Error> {
        let mut object = Members::default();
        while let Some((name, value)) = members.next_entry::<String, Given>()? {
            if name == "__proto__" {
                return Err(A::Error::custom("a member that the service refuses"));
            }
            object.put(name, value);
        }
        Ok(Given::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_but_for_indices() {
        let Some(Given::Object(members)) = Given::read(br#"{"b":1,"10":2,"a":3,"2":4}"#) else {
            unreachable!("it is an object");
        };
        assert_eq!(members.names(), ["2", "10", "b", "a"]);
    }

    #[test]
    fn the_last_of_a_name_counts() {
        let given = Given::read(br#"{"a":1,"a":2}"#);
        let mut members = Members::default();
        members.put("a".to_owned(), Given::Number(2.0));
        assert_eq!(given, Some(Given::Object(members)));
    }
}
