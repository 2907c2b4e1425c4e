//! What flags take, and the JSON that it becomes.

use std::collections::BTreeMap;

use clap::builder::PossibleValue;
use eloomi::{
    UserPrompts,
    wire::{EncodeError, RawJson},
};
use serde::Serialize;

/// What a flag takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// `key=value`, once per attribute.
    Attributes,
    /// A date.
    Date,
    /// A date, with or without a time of day; without one, its midnight.
    DateTime,
    /// Numbers.
    Ids,
    /// A number, or text.
    NumberOrText,
    /// A file that holds a password.
    Password,
    /// `name=mandatory` or `name=optional`.
    Prompts,
    /// Text.
    Text,
    /// Texts.
    Texts,
    /// One of some words.
    Word(fn() -> Vec<PossibleValue>),
}

impl Kind {
    /// The JSON of what was typed, or what is wrong with it, without a word of it.
    pub(super) fn json(self, typed: &[String]) -> Result<RawJson, &'static str> {
        let last = typed.last().map(String::as_str).unwrap_or_default();
        match self {
            Self::Attributes => attributes(typed),
            Self::Date if !is_date(last) => Err("takes a date, such as 1980-12-14"),
            Self::DateTime => date_time(last),
            Self::Ids => ids(typed),
            Self::NumberOrText => match last.parse::<u64>() {
                Ok(number) => encoded(&number),
                Err(_) => encoded(last),
            },
            Self::Prompts => prompts(typed),
            Self::Texts => encoded(typed),
            Self::Date | Self::Password | Self::Text | Self::Word(_) => encoded(last),
        }
    }
}

fn encoded<T: Serialize + ?Sized>(value: &T) -> Result<RawJson, &'static str> {
    RawJson::from_serialize(value).map_err(|_: EncodeError| "takes text")
}

fn ids(typed: &[String]) -> Result<RawJson, &'static str> {
    let ids: Result<Vec<u64>, _> = typed.iter().map(|id| id.trim().parse()).collect();
    encoded(&ids.map_err(|_| "takes whole numbers, separated by commas")?)
}

fn attributes(typed: &[String]) -> Result<RawJson, &'static str> {
    let mut attributes = BTreeMap::new();
    for attribute in typed {
        let (key, value) = attribute.split_once('=').ok_or("takes KEY=VALUE")?;
        if attributes.insert(key, value).is_some() {
            return Err("takes each key once");
        }
    }
    encoded(&attributes)
}

fn prompts(typed: &[String]) -> Result<RawJson, &'static str> {
    let mut prompts = BTreeMap::new();
    for prompt in typed {
        let (name, how) = prompt.split_once('=').unwrap_or((prompt, ""));
        let mut fields = UserPrompts::FIELDS
            .iter()
            .map(|field| field.wire_names()[0]);
        let name = name.replace('-', "_");
        let name = fields
            .find(|field| *field == name)
            .ok_or("takes email, employee_id, legal_consent, password, phone and phone_code")?;
        let is_mandatory = match how {
            "mandatory" => true,
            "optional" => false,
            _ => return Err("takes NAME=mandatory and NAME=optional"),
        };
        if prompts.insert(name, is_mandatory).is_some() {
            return Err("takes each name once");
        }
    }
    encoded(&prompts)
}

/// Whether the text has the form of a date. What the calendar holds, the service decides.
fn is_date(text: &str) -> bool {
    has_form(text, "0000-00-00")
}

/// A date alone becomes its midnight: only the long form is documented.
fn date_time(text: &str) -> Result<RawJson, &'static str> {
    if is_date(text) {
        encoded(&format!("{text} 00:00:00"))
    } else if has_form(text, "0000-00-00 00:00:00") {
        encoded(text)
    } else {
        Err("takes a date, such as 2026-12-31, or '2026-12-31 08:00:00'")
    }
}

fn has_form(text: &str, form: &str) -> bool {
    let fits = |(typed, wanted): (u8, u8)| match wanted {
        b'0' => typed.is_ascii_digit(),
        _ => typed == wanted,
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(fits)
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
    fn attributes_are_split_at_the_first_equals_sign() {
        let attributes = json(Kind::Attributes, &["desk=4=b,c", "badge="]);
        assert_eq!(attributes.unwrap(), r#"{"badge":"","desk":"4=b,c"}"#);
        assert!(json(Kind::Attributes, &["desk"]).is_err());
        assert!(json(Kind::Attributes, &["desk=1", "desk=2"]).is_err());
    }

    #[test]
    fn prompts_are_mandatory_or_optional() {
        let prompts = json(Kind::Prompts, &["phone=mandatory", "phone-code=optional"]);
        assert_eq!(prompts.unwrap(), r#"{"phone":true,"phone_code":false}"#);
        for wrong in ["phone", "phone=yes", "shoe=optional"] {
            assert!(json(Kind::Prompts, &[wrong]).is_err(), "{wrong}");
        }
        assert!(json(Kind::Prompts, &["phone=optional", "phone=optional"]).is_err());
    }

    #[test]
    fn every_prompt_is_named_when_one_is_not_known() {
        let said = json(Kind::Prompts, &["shoe=optional"]).unwrap_err();
        for field in UserPrompts::FIELDS {
            assert!(said.contains(field.name()), "{}", field.name());
        }
    }

    #[test]
    fn a_date_alone_is_its_midnight() {
        let midnight = json(Kind::DateTime, &["2026-12-31"]).unwrap();
        assert_eq!(midnight, r#""2026-12-31 00:00:00""#);
    }

    #[test]
    fn a_date_has_the_form_of_one() {
        assert!(json(Kind::Date, &["1980-12-14"]).is_ok());
        assert!(json(Kind::DateTime, &["2026-12-31 08:00:00"]).is_ok());
        for wrong in [
            "",
            "31.12.2026",
            "2026-12-31T08:00:00",
            "2026-1-1",
            "٠٠٠٠-٠٠-٠٠",
        ] {
            assert!(json(Kind::DateTime, &[wrong]).is_err(), "{wrong}");
        }
        assert!(json(Kind::Date, &["1980-12-14 00:00:00"]).is_err());
    }
}
