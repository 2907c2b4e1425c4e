//! What a new unit may not have in common with another.

use std::fmt;

/// Column in which a new unit must differ from all others; a clash is refused.
///
/// A guard, and no way to change the unit that is there (documented). The documentation of 2018
/// takes any column and shows `name`; the reference site takes `code` alone.
///
/// ```
/// use eloomi_model::UniqueUnit;
///
/// assert_eq!(UniqueUnit::Code.as_str(), "code");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UniqueUnit {
    /// The customer's own code.
    Code,
    /// The name.
    Name,
}

impl UniqueUnit {
    /// Name of the column on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
        }
    }
}

impl fmt::Display for UniqueUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
