//! The argument that says which one is meant.

use std::{error::Error, marker::PhantomData, str::FromStr};

use crate::{failure::Failure, noun::Noun};

/// What one thing of a kind is addressed by.
pub(crate) trait Key: FromStr<Err: Error> {
    /// The kind of thing.
    const NOUN: &'static Noun;

    /// What the help says, the forms of the key among it.
    const HELP: &'static str;
}

/// The one that a command is about.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(crate) struct Which<K: Key> {
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(id = K::NOUN.argument, value_name = K::NOUN.argument, help = K::HELP)]
    typed: String,

    #[arg(skip)]
    kind: PhantomData<fn() -> K>,
}

impl<K: Key> Which<K> {
    /// The key, if it is one.
    pub(crate) fn key(&self) -> Result<K, Failure> {
        key(&self.typed)
    }

    /// The key as it was typed.
    pub(crate) fn typed(&self) -> &str {
        &self.typed
    }
}

/// What was typed as a key, if it is one.
pub(crate) fn key<K: Key>(typed: &str) -> Result<K, Failure> {
    // The error of a key says which forms there are and not what was typed.
    let refused = |error: K::Err| Failure::usage(format!("{}: {error}", K::NOUN.argument));
    typed.parse().map_err(refused)
}
