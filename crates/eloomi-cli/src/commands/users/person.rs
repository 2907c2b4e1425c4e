//! The argument that says who is meant.

use eloomi::UserKey;

use super::PEOPLE;
use crate::{
    noun::Noun,
    which::{Key, Which},
};

/// The person that a command is about.
pub(super) type Person = Which<UserKey>;

impl Key for UserKey {
    const NOUN: &'static Noun = &PEOPLE;

    const HELP: &'static str = "The person: ID, employee:E0052 or email:jane@example.com";
}
