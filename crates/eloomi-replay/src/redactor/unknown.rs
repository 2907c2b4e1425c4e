//! Places that no rule names.

use std::fmt;

/// Where something was that no rule names, so that it was not written.
///
/// It tells places and never values: `response body $.data[].shoe_size`. The name of a member
/// comes from the service, so it may itself be data where objects are keyed by data; a name
/// that is no plain word is not shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownPath {
    place: String,
    why: &'static str,
}

impl UnknownPath {
    /// Where: `request query shoe_size`.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What the rules lack there.
    pub fn why(&self) -> &'static str {
        self.why
    }
}

impl fmt::Display for UnknownPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.why)
    }
}

/// The places found so far, each once.
#[derive(Default)]
pub(super) struct Unknowns(Vec<UnknownPath>);

impl Unknowns {
    pub(super) fn add(&mut self, place: impl Into<String>, why: &'static str) {
        let found = UnknownPath {
            place: place.into(),
            why,
        };
        if !self.0.contains(&found) {
            self.0.push(found);
        }
    }

    pub(super) fn into_paths(self) -> Vec<UnknownPath> {
        self.0
    }
}

/// A name as a place shows it: a plain word, or that it is none.
pub(super) fn shown(name: &str) -> &str {
    let word = |c: char| c.is_ascii_alphabetic() || c == '_' || c == '-';
    if !name.is_empty() && name.len() <= 64 && name.chars().all(word) {
        name
    } else {
        "(a name)"
    }
}
