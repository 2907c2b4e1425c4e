//! What flags take, and the JSON that it becomes.

use std::{collections::BTreeMap, num::ParseIntError};

use clap::builder::PossibleValue;
use eloomi::wire::{EncodeError, RawJson};
use serde::Serialize;

use super::dates;

/// What a flag takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// `key=value`, once per attribute.
    Attributes,
    /// A date.
    Date,
    /// A date, with or without a time of day; without one, its midnight.
    DateTime,
    /// One number.
    Id,
    /// Numbers.
    Ids,
    /// A number, or text.
    NumberOrText,
    /// Values in a form of the field's own; of none it makes what empties the field. It says what
    /// is wrong with them without a word of them.
    Own(fn(&[String]) -> Result<RawJson, &'static str>),
    /// A moment, or a date, which is its midnight in UTC.
    Instant,
    /// Parts of one thing, each in a form of its own and once: as `Own`, but for what empties it.
    Parts(fn(&[String]) -> Result<RawJson, &'static str>),
    /// A file that holds a password.
    Password,
    /// Things by id, each with its settings, once per thing: as `Own`.
    Settings(fn(&[String]) -> Result<RawJson, &'static str>),
    /// Text.
    Text,
    /// Texts.
    Texts,
    /// One of some words.
    Word(fn() -> Vec<PossibleValue>),
    /// `yes` or `no`.
    YesNo,
}

impl Kind {
    /// The JSON that empties a field.
    pub(super) fn empty(self) -> Result<RawJson, &'static str> {
        match self {
            Self::Ids | Self::Texts => encoded::<[u64]>(&[]),
            Self::Own(read) | Self::Settings(read) => read(&[]),
            _ => encoded(&()),
        }
    }

    /// The JSON of what was typed, or what is wrong with it, without a word of it.
    pub(super) fn json(self, typed: &[String]) -> Result<RawJson, &'static str> {
        let last = typed.last().map(String::as_str).unwrap_or_default();
        match self {
            Self::Attributes => attributes(typed),
            Self::Date => encoded(dates::date(last)?),
            Self::DateTime => encoded(&dates::date_time(last)?),
            Self::Id => encoded(&id(last).map_err(|_| "takes a whole number")?),
            Self::Ids => ids(typed),
            Self::Instant => encoded(&dates::instant(last)?),
            Self::Own(read) | Self::Parts(read) | Self::Settings(read) => read(typed),
            Self::Text | Self::Texts | Self::NumberOrText if typed.iter().any(String::is_empty) => {
                // A variable that is not set, most likely, and not the wish to empty a field.
                Err("is empty; --clear empties a field")
            }
            Self::NumberOrText => match last.parse::<u64>() {
                Ok(number) => encoded(&number),
                Err(_) => encoded(last),
            },
            Self::Texts => encoded(typed),
            Self::Password | Self::Text | Self::Word(_) => encoded(last),
            Self::YesNo => encoded(&(last == "yes")),
        }
    }
}

/// Any value as JSON.
pub(crate) fn encoded<T: Serialize + ?Sized>(value: &T) -> Result<RawJson, &'static str> {
    RawJson::from_serialize(value).map_err(|_: EncodeError| "takes text")
}

fn id(typed: &str) -> Result<u64, ParseIntError> {
    typed.trim().parse()
}

fn ids(typed: &[String]) -> Result<RawJson, &'static str> {
    let ids: Result<Vec<_>, _> = typed.iter().map(|typed| id(typed)).collect();
    encoded(&ids.map_err(|_| "takes whole numbers, separated by commas")?)
}

fn attributes(typed: &[String]) -> Result<RawJson, &'static str> {
    let mut attributes = BTreeMap::new();
    for attribute in typed {
        let split = attribute.split_once('=');
        let (key, value) = split
            .filter(|(key, _)| !key.is_empty())
            .ok_or("takes KEY=VALUE")?;
        if attributes.insert(key, value).is_some() {
            return Err("takes each key once");
        }
    }
    encoded(&attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(kind: Kind, typed: &[&str]) -> Result<String, &'static str> {
        let typed: Vec<_> = typed.iter().map(ToString::to_string).collect();
        kind.json(&typed).map(|json| json.as_str().into())
    }

    #[test]
    fn a_level_is_a_number_where_it_can_be_one() {
        assert_eq!(json(Kind::NumberOrText, &["5"]).unwrap(), "5");
        assert_eq!(json(Kind::NumberOrText, &["Senior"]).unwrap(), "\"Senior\"");
    }

    #[test]
    fn nothing_is_no_text() {
        for kind in [Kind::Text, Kind::Texts, Kind::NumberOrText] {
            assert!(json(kind, &[""]).is_err(), "{kind:?}");
        }
        assert!(json(Kind::Texts, &["MAR", ""]).is_err());
    }

    #[test]
    fn a_list_is_emptied_by_an_empty_one_and_a_value_by_null() {
        let empty = |kind: Kind| kind.empty().unwrap().as_str().to_owned();
        assert_eq!(empty(Kind::Ids), "[]");
        assert_eq!(empty(Kind::Texts), "[]");
        assert_eq!(empty(Kind::Own(attributes)), "{}");
        assert_eq!(empty(Kind::Text), "null");
    }

    #[test]
    fn attributes_are_split_at_the_first_equals_sign() {
        let attributes = json(Kind::Attributes, &["desk=4=b,c", "badge="]);
        assert_eq!(attributes.unwrap(), r#"{"badge":"","desk":"4=b,c"}"#);
        assert!(json(Kind::Attributes, &["desk"]).is_err());
        assert!(json(Kind::Attributes, &["=4b"]).is_err());
        assert!(json(Kind::Attributes, &["desk=1", "desk=2"]).is_err());
    }
}
