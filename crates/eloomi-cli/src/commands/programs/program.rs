//! The argument that says which program is meant.

use eloomi::model::ProgramId;

use super::PROGRAMS;
use crate::{
    noun::Noun,
    which::{Key, Which},
};

/// The program that a command is about.
pub(super) type Program = Which<ProgramId>;

impl Key for ProgramId {
    const NOUN: &'static Noun = &PROGRAMS;

    const HELP: &'static str = "The program: its ID";
}
