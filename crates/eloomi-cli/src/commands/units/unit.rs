//! The argument that says which unit is meant.

use eloomi::UnitKey;

use super::UNITS;
use crate::{
    noun::Noun,
    which::{Key, Which},
};

/// The unit that a command is about.
pub(super) type Unit = Which<UnitKey>;

impl Key for UnitKey {
    const NOUN: &'static Noun = &UNITS;

    const HELP: &'static str = "The unit: ID or code:MAR02";
}
