//! The table of behaviours: what the simulator does, and how far that is known.
//!
//! Every answer is made with a row of this table, and the journal tells which one it was.
//! Rows that no answer shows by itself are named in a comment where the code does it. A row
//! that nothing names fails a test; whether code and row say the same is left to the readers
//! and to the tests of what the row says.
//!
//! Sources: *readme* is the README of eloomi's documentation repository and *2018* its other
//! pages; *reference* is the official reference site; *clients* is public code of others
//! that looks maintained. The staff directory has sources of its own, which its rows name.

use std::fmt;
use std::sync::LazyLock;

/// How far a behaviour of the simulator is known to be one of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// eloomi says so.
    Documented,
    /// Code that looks maintained relies on it.
    Observed,
    /// A running server was seen to do it.
    Measured,
    /// Concluded from the above, from Laravel's habits, or from the standards.
    Inferred,
    /// A rule of the simulator; the service is not claimed to do this.
    Own,
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Documented => "documented",
            Self::Observed => "observed",
            Self::Measured => "measured",
            Self::Inferred => "inferred",
            Self::Own => "own",
        })
    }
}

/// One row of the table: see [`behaviours`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Behaviour {
    /// Name in kebab case; the journal uses it.
    pub id: &'static str,
    /// What the simulator does.
    pub does: &'static str,
    /// How far this is known of the service.
    pub confidence: Confidence,
    /// Where it stands, or what it was concluded from.
    pub source: &'static str,
    /// What is odd or contested about it, and which switch turns it; empty if nothing is.
    pub quirk: &'static str,
}

/// Everything the simulator does that a client could notice: first what holds of every request,
/// then group by group.
///
/// ```
/// use eloomi_sim::{Confidence, behaviours};
///
/// let guesses = behaviours().iter().filter(|row| row.confidence == Confidence::Inferred);
/// for row in guesses {
///     println!("{}: {}", row.id, row.does);
/// }
/// ```
pub fn behaviours() -> &'static [&'static Behaviour] {
    static WHOLE: LazyLock<Vec<&Behaviour>> = LazyLock::new(|| {
        let tables = [
            arrival::ALL,
            faults::ALL,
            token::ALL,
            users::ALL,
            units::ALL,
            teams::ALL,
            learning::ALL,
            inferred::ALL,
            directory::ALL,
        ];
        tables.concat()
    });
    &WHOLE
}

macro_rules! table {
    ($($name:ident = $id:literal, $confidence:ident, $source:literal, $does:literal, $quirk:literal;)*) => {
        $(pub(crate) static $name: Behaviour = Behaviour {
            id: $id,
            does: $does,
            confidence: Confidence::$confidence,
            source: $source,
            quirk: $quirk,
        };)*
        pub(super) static ALL: &[&Behaviour] = &[$(&$name),*];
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

mod arrival;
mod directory;
mod faults;
mod inferred;
mod learning;
mod teams;
mod token;
mod units;
mod users;

pub(crate) use {
    arrival::*, directory::*, faults::*, inferred::*, learning::*, teams::*, token::*, units::*,
    users::*,
};

#[cfg(test)]
mod tests {
    use super::*;

    /// All of the crate's code but the table.
    fn code() -> String {
        let mut folders = vec![std::path::PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src"
        ))];
        let mut code = String::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.file_stem() == Some("behaviours".as_ref()) {
                    continue;
                }
                if path.is_dir() {
                    folders.push(path);
                } else {
                    code.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        code
    }

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = behaviours().iter().map(|row| row.id).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn ids_are_kebab_case() {
        let kebab = |id: &str| {
            id.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        assert!(behaviours().iter().all(|row| kebab(row.id)));
    }

    #[test]
    fn the_code_names_every_row() {
        let code = code();
        let named = |name: &str| {
            let name = format!("behaviours::{name}");
            code.match_indices(&name).any(|(at, _)| {
                !code[at + name.len()..]
                    .starts_with(|c: char| c == '_' || c.is_ascii_alphanumeric())
            })
        };
        let tables = [
            arrival::NAMES,
            faults::NAMES,
            token::NAMES,
            users::NAMES,
            units::NAMES,
            teams::NAMES,
            learning::NAMES,
            inferred::NAMES,
            directory::NAMES,
        ];
        let all = tables.concat();
        let missing: Vec<_> = all.iter().filter(|name| !named(name)).collect();
        assert!(missing.is_empty(), "no code names {missing:?}");
    }
}
