//! The argument that says who takes a course.

use eloomi::model::UserId;

use crate::{
    commands::users::PEOPLE,
    noun::Noun,
    which::{Key, Which},
};

/// The person that an assignment is about.
pub(super) type Person = Which<UserId>;

impl Key for UserId {
    const NOUN: &'static Noun = &PEOPLE;

    const HELP: &'static str = "The person: eloomi's ID, and nothing else";
}
