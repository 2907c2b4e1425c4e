//! How a person is activated or deactivated.

use eloomi_wire::{Lenient, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// How an update activates or deactivates a person. Three of the five words may send mail.
///
/// The words are those of the later documentation; that of 2018 has `1`, `true`, `0` and `false`
/// instead, which [`Older`](Self::Older) writes for whoever needs them (both documented). Programs
/// that others run send `true`, `instant` and `deactivate` (observed).
///
/// ```
/// use eloomi_model::Activation;
///
/// assert!(Activation::Standard.may_send_mail());
/// assert!(!Activation::Deactivate.may_send_mail());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Activation {
    /// `company_default`: as the company has set up, which may be by mail.
    CompanyDefault,
    /// `deactivate`: the person can no longer log in.
    Deactivate,
    /// `instant`: active at once.
    Instant,
    /// `true` or `false`, as it was written in 2018.
    Older(bool),
    /// A word that this version does not know, as it came.
    Other(Text),
    /// `pre_generated_password`: with a password that eloomi makes, and sends.
    PreGeneratedPassword,
    /// `standard`: the person is sent a mail with a link.
    Standard,
}

impl Activation {
    /// Every word that is known.
    pub const WORDS: &'static [Self] = &[
        Self::CompanyDefault,
        Self::Deactivate,
        Self::Instant,
        Self::PreGeneratedPassword,
        Self::Standard,
    ];

    /// The word on the wire; of the older form, its truth as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::CompanyDefault => "company_default",
            Self::Deactivate => "deactivate",
            Self::Instant => "instant",
            Self::Older(true) => "true",
            Self::Older(false) => "false",
            Self::Other(text) => text,
            Self::PreGeneratedPassword => "pre_generated_password",
            Self::Standard => "standard",
        }
    }

    /// Whether the person may be sent something, so that it must not be done twice. What is
    /// not known to be silent counts as loud.
    pub fn may_send_mail(&self) -> bool {
        !matches!(self, Self::Deactivate | Self::Instant | Self::Older(false))
    }
}

impl From<&str> for Activation {
    fn from(text: &str) -> Self {
        let known = Self::WORDS.iter().find(|word| word.as_str() == text);
        known.cloned().unwrap_or_else(|| Self::Other(text.into()))
    }
}

impl fmt::Display for Activation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Activation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Older(active) => serializer.serialize_bool(*active),
            word => serializer.serialize_str(word.as_str()),
        }
    }
}

impl<'de> Deserialize<'de> for Activation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ActivationVisitor)
    }
}

impl Lenient for Activation {
    const KIND: &'static str = "text or boolean";

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

struct ActivationVisitor;

impl de::Visitor<'_> for ActivationVisitor {
    type Value = Activation;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word, true or false")
    }

    fn visit_bool<E>(self, active: bool) -> Result<Activation, E> {
        Ok(Activation::Older(active))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Activation, E> {
        match number {
            0 | 1 => Ok(Activation::Older(number == 1)),
            other => Err(E::invalid_value(de::Unexpected::Unsigned(other), &self)),
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<Activation, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::decode;

    use super::*;

    #[test]
    fn both_forms_are_read_and_written_back() {
        for (json, activation) in [
            ("true", Activation::Older(true)),
            ("false", Activation::Older(false)),
            ("\"instant\"", Activation::Instant),
            ("\"by_pigeon\"", Activation::Other("by_pigeon".into())),
        ] {
            assert_eq!(decode::<Activation>(json.as_bytes()).unwrap(), activation);
            assert_eq!(serde_json::to_string(&activation).unwrap(), json);
        }
        assert_eq!(decode::<Activation>(b"1").unwrap(), Activation::Older(true));
    }

    #[test]
    fn a_word_that_nobody_knows_counts_as_loud() {
        assert!(Activation::from("by_pigeon").may_send_mail());
        assert!(Activation::Older(true).may_send_mail());
        assert!(!Activation::Instant.may_send_mail());
    }
}
