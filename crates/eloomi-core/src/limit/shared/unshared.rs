//! Why a budget is not shared.

use std::fmt;

/// Why a process keeps a part of the budget to itself, though it was told to
/// [share](crate::SharedBudget) it. Its text says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unshared {
    /// There is no clock that all processes of the host can read. Only Linux has one that this
    /// library can read.
    Clock,
    /// The directory is on a drive that other hosts may share, whose clocks are others.
    NetworkDrive,
    /// The directory, or a file in it, belongs to another user, may be used by others, or is no
    /// plain file.
    NotPrivate,
    /// The directory or a file in it could not be made, opened, locked, read or written.
    Unusable,
    /// Another process spends the same budget in windows of another length.
    OtherWindow,
    /// Another process of this host sees another time since its start.
    OtherClock,
}

impl fmt::Display for Unshared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Clock => "this system has no clock that all processes can read",
            Self::NetworkDrive => {
                "the directory of the shared budget is on a network drive: choose a local one"
            }
            Self::NotPrivate => {
                "the directory of the shared budget, or a file in it, is not for this user alone: \
                 the directory must be the user's own and writable by nobody else, its files plain \
                 ones with mode 0600"
            }
            Self::Unusable => {
                "the directory of the shared budget, or a file in it, cannot be opened or written"
            }
            Self::OtherWindow => {
                "another process shares this budget with windows of another length: give all the \
                 same"
            }
            Self::OtherClock => {
                "another process shares this budget from another time namespace: give each \
                 container a directory of its own, and a part of the budget"
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_reason_has_a_text_of_its_own() {
        let reasons = [
            Unshared::Clock,
            Unshared::NetworkDrive,
            Unshared::NotPrivate,
            Unshared::Unusable,
            Unshared::OtherWindow,
            Unshared::OtherClock,
        ];
        let texts: HashSet<_> = reasons.iter().map(Unshared::to_string).collect();
        assert_eq!(texts.len(), reasons.len());
    }
}
