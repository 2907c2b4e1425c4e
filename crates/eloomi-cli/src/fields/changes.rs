//! What a kind of thing says of the fields that can be written of it.

use eloomi::{
    Patch,
    wire::{Extra, Field, Text},
};
use serde::{Serialize, de::DeserializeOwned};

use super::Flag;
use crate::noun::Noun;

/// A model of what is written: each of its fields is left, emptied or given a value.
pub(crate) trait Changes:
    Default + PartialEq + DeserializeOwned + Serialize + Send + Sync + 'static
{
    /// What it is written of.
    const NOUN: &'static Noun;

    /// The fields of the model.
    const FIELDS: &'static [Field];

    /// A flag per field, from [`fields!`](super::fields).
    const FLAGS: &'static [Flag];

    /// One of the flags, for a hint: `--title`.
    const SUCH_AS: &'static str;

    /// An input, as the help shows one.
    const INPUT: &'static str;

    /// The fields, as written on the wire, that a dry run shows without being asked for. All
    /// others are masked.
    const SHOWN: &'static [&'static str];

    /// Flags of fields that cannot be emptied: nothing says so on the wire, or nobody knows what
    /// it would do.
    const NEVER_EMPTY: &'static [&'static str] = &[];

    /// What came that the model has no place for.
    fn extra(&self) -> &Extra;

    /// The same of models within it, each with where it stands: `prompts.`.
    fn inner(&self) -> Vec<(&'static str, &Extra)> {
        Vec::new()
    }

    /// The password, if it has one: no dry run shows it.
    fn password(&mut self) -> Option<&mut Patch<Text>> {
        None
    }

    /// The command that writes it, whose help names the fields.
    fn written_by() -> String {
        format!("eloomi {} update", Self::NOUN.command)
    }

    /// The command that shows it as it now is.
    fn shown_by() -> String {
        format!("eloomi {} get {}", Self::NOUN.command, Self::NOUN.argument)
    }

    /// What is to be known before it is sent.
    fn warning(&self) -> Option<&'static str> {
        None
    }
}

/// A request that writes fields.
pub(crate) trait Writes {
    /// The fields.
    type Changes: Changes;

    /// Flags of fields that this request does not write and another does.
    const LACKS: &'static [&'static str] = &[];

    /// The request with these fields, and no others.
    fn with(self, changes: Self::Changes) -> Self;
}

/// The flags of the fields that a request writes.
pub(super) fn flags<W: Writes>() -> impl Iterator<Item = &'static Flag> {
    let all = <W::Changes as Changes>::FLAGS.iter();
    all.filter(|flag| !W::LACKS.contains(&flag.name))
}
