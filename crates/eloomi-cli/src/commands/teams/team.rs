//! The argument that says which team is meant.

use eloomi::TeamId;

use super::TEAMS;
use crate::{
    noun::Noun,
    which::{Key, Which},
};

/// The team that a command is about.
pub(super) type Team = Which<TeamId>;

impl Key for TeamId {
    const NOUN: &'static Noun = &TEAMS;

    const HELP: &'static str = "The team, by its ID: 701";
}
