//! Dates kept as text, because not all of them are dates.

use crate::{Lenient, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A date with a time of day, kept as it came: `2018-12-14 14:36:38`.
///
/// Decoding never parses it: the documentation itself holds 30 February, and a database behind
/// PHP may write `0000-00-00 00:00:00` for no date. There is no zone in the text, and nothing says which one is
/// meant; whoever needs an instant has to know it from elsewhere.
///
/// ```
/// use eloomi_wire::DateTimeText;
///
/// let activated = DateTimeText::from("2018-12-14 14:36:38");
/// assert_eq!(activated.as_str(), "2018-12-14 14:36:38");
/// assert!(DateTimeText::from("0000-00-00 00:00:00").is_unset());
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DateTimeText(Text);

/// A date, kept as it came: `2017-01-01`, or with a midnight behind it, `1980-12-14 00:00:00`.
///
/// Decoding never parses it, for the reasons given at [`DateTimeText`].
///
/// ```
/// use eloomi_wire::DateText;
///
/// assert_eq!(DateText::from("2017-01-01").as_str(), "2017-01-01");
/// assert!(DateText::from("").is_unset());
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DateText(Text);

/// A moment, kept as it came: `2026-11-21T19:50:33.691Z`.
///
/// Unlike a [`DateTimeText`] it names its zone, so it is the same moment everywhere. Decoding never
/// parses it: a service that is fed a date may give back whatever it made of it.
///
/// ```
/// use eloomi_wire::InstantText;
///
/// let hired = InstantText::from("2026-11-21T19:50:33.691Z");
/// assert_eq!(hired.as_str(), "2026-11-21T19:50:33.691Z");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct InstantText(Text);

/// What all have in common.
macro_rules! kept_text {
    ($name:ident, $kind:literal) => {
        impl $name {
            /// Lends the text as it came.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Tells whether the text stands for no date: it is blank, or a zero date
            /// (`0000-00-00`, which databases behind PHP write for one).
            pub fn is_unset(&self) -> bool {
                let text = self.0.trim();
                text.is_empty() || text.starts_with("0000-00-00")
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl From<Text> for $name {
            fn from(text: Text) -> Self {
                Self(text)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Text::deserialize(deserializer).map(Self)
            }
        }

        impl Lenient for $name {
            const KIND: &'static str = $kind;

            fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }
    };
}

kept_text!(DateTimeText, "date and time");
kept_text!(DateText, "date");
kept_text!(InstantText, "instant");

#[cfg(feature = "jiff")]
mod parse {
    use super::{DateText, DateTimeText, InstantText};
    use jiff::{
        Timestamp,
        civil::{Date, DateTime},
    };
    use std::{error, fmt};

    impl DateTimeText {
        /// Reads the text as a date and time without a zone; `None` when it is
        /// [unset](Self::is_unset). A date alone means its midnight.
        ///
        /// # Errors
        ///
        /// [`DateError`] when the text is no date, or one that no calendar has.
        pub fn date_time(&self) -> Result<Option<DateTime>, DateError> {
            if self.is_unset() {
                return Ok(None);
            }
            let text = self.as_str().trim();
            text.parse().map(Some).map_err(|_| DateError(()))
        }
    }

    impl DateText {
        /// Reads the text as a date; `None` when it is [unset](Self::is_unset). A time of day
        /// behind the date must be one, and is dropped.
        ///
        /// # Errors
        ///
        /// [`DateError`] when the text is no date, or one that no calendar has.
        pub fn date(&self) -> Result<Option<Date>, DateError> {
            if self.is_unset() {
                return Ok(None);
            }
            let text = self.as_str().trim();
            text.parse().map(Some).map_err(|_| DateError(()))
        }
    }

    impl InstantText {
        /// Reads the text as a moment; `None` when it is [unset](Self::is_unset).
        ///
        /// # Errors
        ///
        /// [`DateError`] when the text is no moment: no date of the calendar, or without a zone.
        pub fn timestamp(&self) -> Result<Option<Timestamp>, DateError> {
            if self.is_unset() {
                return Ok(None);
            }
            let text = self.as_str().trim();
            text.parse().map(Some).map_err(|_| DateError(()))
        }
    }

    impl From<Timestamp> for InstantText {
        /// Written in UTC, with as many digits of a second as it has.
        fn from(moment: Timestamp) -> Self {
            Self::from(moment.to_string())
        }
    }

    /// A text that is no date. Does not repeat the text, which may be a birthday.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DateError(());

    impl fmt::Display for DateError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the text is no date of the calendar")
        }
    }

    impl error::Error for DateError {}
}

#[cfg(feature = "jiff")]
pub use parse::DateError;
