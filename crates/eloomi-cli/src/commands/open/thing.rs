//! The argument that says which thing is meant.

use std::{convert::Infallible, str::FromStr};

use eloomi::wire::NumberOrText;

use super::THINGS;
use crate::{
    noun::Noun,
    which::{Key, Which},
};

/// The thing that a command is about.
pub(super) type Thing = Which<ThingId>;

/// An id as it was typed. Of what kind ids are, nobody has documented.
#[derive(Debug)]
pub(super) struct ThingId(String);

impl FromStr for ThingId {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.into()))
    }
}

impl From<ThingId> for NumberOrText {
    fn from(id: ThingId) -> Self {
        id.0.into()
    }
}

impl Key for ThingId {
    const NOUN: &'static Noun = &THINGS;

    const HELP: &'static str = "Its id, a number or text";
}
