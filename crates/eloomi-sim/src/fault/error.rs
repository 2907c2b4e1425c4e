//! Why a text is no fault.

use std::error::Error;
use std::fmt;

use super::names::fault_names;

/// Why a text is no [`Fault`](super::Fault).
///
/// It says what to write instead, and quotes nothing of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultError {
    kind: FaultErrorKind,
}

/// What is wrong with the text of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultErrorKind {
    /// There is no `@` with a MATCH behind it.
    NoMatch,
    /// A value begins with a quotation mark or a brace and is no JSON, or goes on behind it.
    Quoting,
    /// No fault has this name.
    UnknownName,
    /// The fault of this name has no argument that is called so.
    UnknownArgument(&'static str),
    /// The fault of this name needs a value, or an argument.
    MissingValue(&'static str),
    /// The fault of this name has no value.
    UnexpectedValue(&'static str),
    /// What stands in the first place must be as the second says.
    BadValue(&'static str, &'static str),
    /// This argument stands there twice.
    Twice(&'static str),
    /// The method is not one of HTTP, in capitals.
    Method,
    /// The path is none, or no request could have it.
    Path,
}

impl FaultError {
    /// What is wrong.
    pub fn kind(&self) -> &FaultErrorKind {
        &self.kind
    }
}

impl From<FaultErrorKind> for FaultError {
    fn from(kind: FaultErrorKind) -> Self {
        Self { kind }
    }
}

impl fmt::Display for FaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            FaultErrorKind::NoMatch => f.write_str(
                "a fault is NAME[=VALUE][,ARGUMENT=VALUE]…@MATCH: end it with @* for every request",
            ),
            FaultErrorKind::Quoting => f.write_str(
                "a value that begins with a quotation mark or a brace is JSON, and a comma or an @ follows it",
            ),
            FaultErrorKind::UnknownName => {
                let names = fault_names().iter().map(|fault| fault.name);
                let names: Vec<_> = names.collect();
                write!(f, "there is no fault of that name; there are {}", names.join(", "))
            }
            FaultErrorKind::UnknownArgument(name) => {
                write!(f, "{name} has no such argument; it is {}", form(name))
            }
            FaultErrorKind::MissingValue(name) => {
                write!(f, "{name} lacks its value; it is {}", form(name))
            }
            FaultErrorKind::UnexpectedValue(name) => {
                write!(f, "{name} has no value; it is {}", form(name))
            }
            FaultErrorKind::BadValue(what, wanted) => write!(f, "{what} must be {wanted}"),
            FaultErrorKind::Twice(argument) => write!(f, "{argument} stands there twice"),
            FaultErrorKind::Method => f.write_str(
                "the method must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS",
            ),
            FaultErrorKind::Path => f.write_str(
                "the path must begin with a slash; in it, * is one whole segment and /** the end",
            ),
        }
    }
}

/// How the fault of this name is written.
fn form(name: &str) -> String {
    let mut named = fault_names().iter().filter(|fault| fault.name == name);
    named.next().map(ToString::to_string).unwrap_or_default()
}

impl Error for FaultError {}
