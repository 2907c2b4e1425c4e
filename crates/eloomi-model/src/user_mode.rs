//! Whom a list of people shows.

use std::{error, fmt, str::FromStr};

/// Whom a list of people shows.
///
/// Four modes are documented since 2018, `suspended` by the reference site only. There is no
/// default here because sources disagree on the server's: the reference site calls the mode
/// required and defaults it to `all` in one breath, and a client in use omits it.
///
/// ```
/// use eloomi_model::UserMode;
///
/// # fn main() -> Result<(), eloomi_model::UserModeError> {
/// let mode: UserMode = "active".parse()?;
/// assert_eq!(mode, UserMode::Active);
/// assert_eq!(mode.to_string(), "active");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserMode {
    /// `active`: activated people (documented).
    Active,
    /// `all`: everybody (documented).
    All,
    /// `inactive`: deactivated people (documented).
    Inactive,
    /// `pending`: people who are not activated yet (documented).
    Pending,
    /// `suspended` (documented, by the reference site only).
    Suspended,
}

impl UserMode {
    /// Every mode, by name.
    pub const VALUES: &'static [Self] = &[
        Self::Active,
        Self::All,
        Self::Inactive,
        Self::Pending,
        Self::Suspended,
    ];

    /// Mode as it stands in the query.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::All => "all",
            Self::Inactive => "inactive",
            Self::Pending => "pending",
            Self::Suspended => "suspended",
        }
    }
}

impl fmt::Display for UserMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for UserMode {
    type Err = UserModeError;

    fn from_str(text: &str) -> Result<Self, UserModeError> {
        Self::VALUES
            .iter()
            .find(|mode| mode.as_str() == text)
            .copied()
            .ok_or(UserModeError(()))
    }
}

/// A text that is no mode. Lists those that are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserModeError(());

impl fmt::Display for UserModeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the mode is one of ")?;
        for (index, mode) in UserMode::VALUES.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{mode}")?;
        }
        Ok(())
    }
}

impl error::Error for UserModeError {}
