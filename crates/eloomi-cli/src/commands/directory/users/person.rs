//! The argument that says who is meant.

use lvconnect::UserId;

use super::PEOPLE;
use crate::{
    noun::Noun,
    which::{Key, Which},
};

/// The person that a command is about.
pub(super) type Person = Which<UserId>;

impl Key for UserId {
    const NOUN: &'static Noun = &PEOPLE;

    const HELP: &'static str = "The person: an id of 24 digits in hex, as `list` shows it";
}
