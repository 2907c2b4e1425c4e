//! What names a person.

use std::{error, fmt, str::FromStr};

use eloomi_wire::{Lenient, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The id of a person: 24 digits in hex, in lower case.
///
/// What comes from the service is kept as it came. What comes from a program is put into lower
/// case, because the service takes an own id in capitals for somebody else's (measured), and is
/// looked at before it is sent: of a malformed id in a list the service makes a 500 (measured).
/// [`parse`](str::parse) looks at it at once.
///
/// ```
/// use lvconnect::UserId;
///
/// # fn main() -> Result<(), lvconnect::UserIdError> {
/// let id: UserId = "6B01F5F81CCDF37440D510E2".parse()?;
/// assert_eq!(id.as_str(), "6b01f5f81ccdf37440d510e2");
/// assert!("me".parse::<UserId>().is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UserId(Text);

impl UserId {
    /// Lends the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether it has the form of an id.
    pub fn is_well_formed(&self) -> bool {
        let fits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        self.0.len() == 24 && self.0.bytes().all(fits)
    }
}

impl From<&str> for UserId {
    fn from(text: &str) -> Self {
        Self(text.to_ascii_lowercase().into())
    }
}

impl From<String> for UserId {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&UserId> for UserId {
    fn from(id: &UserId) -> Self {
        id.clone()
    }
}

impl FromStr for UserId {
    type Err = UserIdError;

    fn from_str(text: &str) -> Result<Self, UserIdError> {
        let id = Self::from(text);
        if id.is_well_formed() {
            Ok(id)
        } else {
            Err(UserIdError(()))
        }
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UserId({self})")
    }
}

impl Serialize for UserId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for UserId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer).map(Self)
    }
}

impl Lenient for UserId {
    const KIND: &'static str = "text";
    const IDENTITY: bool = true;

    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

/// A text that is no id. Does not repeat the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserIdError(());

impl fmt::Display for UserIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is 24 digits in hex")
    }
}

impl error::Error for UserIdError {}
