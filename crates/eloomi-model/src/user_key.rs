//! How a person is addressed.

use crate::UserId;
use eloomi_wire::Text;
use std::{error, fmt, str::FromStr};

/// What a person is addressed by: eloomi's id, the customer's own id, or the e-mail address.
///
/// Each has a path of its own: `/users/{id}`, `/users-employee_id/{employee_id}` and
/// `/users-email/{email}` (documented). An employee id that holds a slash can probably not be
/// reached (inferred). `Debug` tells which of the three it is and never prints the value.
///
/// ```
/// use eloomi_model::{UserId, UserKey};
///
/// # fn main() -> Result<(), eloomi_model::UserKeyError> {
/// assert_eq!(UserKey::from(40), UserKey::Id(UserId::new(40)));
/// assert_eq!("email:jane@example.com".parse::<UserKey>()?, UserKey::email("jane@example.com"));
/// assert_eq!(format!("{:?}", UserKey::employee_id("E0052")), "EmployeeId(_)");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum UserKey {
    /// E-mail address, as text that eloomi compares in its own way.
    Email(Text),
    /// The customer's own id for the person.
    EmployeeId(Text),
    /// eloomi's id of the person.
    Id(UserId),
}

impl UserKey {
    /// Addresses a person by e-mail address.
    pub fn email(email: impl Into<Text>) -> Self {
        Self::Email(email.into())
    }

    /// Addresses a person by the customer's own id.
    pub fn employee_id(employee_id: impl Into<Text>) -> Self {
        Self::EmployeeId(employee_id.into())
    }
}

impl From<UserId> for UserKey {
    fn from(id: UserId) -> Self {
        Self::Id(id)
    }
}

impl From<u64> for UserKey {
    fn from(id: u64) -> Self {
        Self::Id(id.into())
    }
}

impl fmt::Debug for UserKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Email(_) => "Email(_)",
            Self::EmployeeId(_) => "EmployeeId(_)",
            Self::Id(_) => "Id(_)",
        })
    }
}

/// Reads the notation of the command line: `40`, `employee:E0052` or `email:jane@example.com`.
impl FromStr for UserKey {
    type Err = UserKeyError;

    fn from_str(text: &str) -> Result<Self, UserKeyError> {
        match text.split_once(':') {
            Some(("employee", id)) if !id.is_empty() => Ok(Self::employee_id(id)),
            Some(("email", email)) if !email.is_empty() => Ok(Self::email(email)),
            Some(_) => Err(UserKeyError(())),
            None => text.parse().map(Self::Id).map_err(|_| UserKeyError(())),
        }
    }
}

/// A text that addresses nobody. Names the three notations and does not repeat the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserKeyError(());

impl fmt::Display for UserKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a person is addressed as ID, employee:EMPLOYEE_ID or email:ADDRESS, \
             such as 40, employee:E0052 or email:jane@example.com",
        )
    }
}

impl error::Error for UserKeyError {}
