//! One flag.

use std::path::PathBuf;

use clap::{
    Arg, ArgAction,
    builder::{PossibleValuesParser, ValueParser},
};
use eloomi::wire::{Field, RawJson};

use super::{Changes, Kind};
use crate::failure::Failure;

/// A field that can be written, as a flag.
#[derive(Debug)]
pub(crate) struct Flag {
    /// The field's name in its model.
    pub(crate) name: &'static str,
    /// What it takes.
    pub(crate) kind: Kind,
    /// What stands for the value in the help.
    pub(crate) value: &'static str,
    /// What the help says.
    pub(crate) help: &'static str,
}

impl Flag {
    /// The name of the flag, without hyphens in front.
    pub(super) fn long(&self) -> String {
        let name = self.name.replace('_', "-");
        match self.kind {
            // One at a time.
            Kind::Attributes => name.trim_end_matches('s').into(),
            Kind::Settings(_) => name.trim_end_matches("-ids").into(),
            Kind::Password => format!("{name}-file"),
            _ => name,
        }
    }

    /// The field's names on the wire; the first is the one written.
    pub(super) fn wire_names<C: Changes>(&self) -> &'static [&'static str] {
        let field = C::FIELDS.iter().find(|field| field.name() == self.name);
        field.map_or(&[], Field::wire_names)
    }

    /// Whether there is a way to say that the field is to be empty.
    pub(super) fn can_be_emptied<C: Changes>(&self) -> bool {
        !C::NEVER_EMPTY.contains(&self.name)
    }

    /// The value that says so.
    pub(super) fn empty(&self) -> Result<RawJson, Failure> {
        let refused = |why| Failure::usage(format!("--{} {why}", self.long()));
        self.kind.empty().map_err(refused)
    }

    /// The flag as clap wants it.
    pub(super) fn argument<C: Changes>(&self) -> Arg {
        let argument = Arg::new(self.name)
            .long(self.long())
            .value_name(self.value)
            .help(self.help)
            .help_heading(format!("Fields of the {}", C::NOUN.one));
        let argument = match self.kind {
            Kind::Attributes | Kind::Parts(_) => argument.action(ArgAction::Append),
            Kind::Ids | Kind::Own(_) | Kind::Settings(_) | Kind::Texts => {
                argument.action(ArgAction::Append).value_delimiter(',')
            }
            _ => argument.action(ArgAction::Set),
        };
        argument.value_parser(match self.kind {
            Kind::Word(words) => PossibleValuesParser::new(words()).into(),
            Kind::YesNo => PossibleValuesParser::new(["yes", "no"]).into(),
            Kind::Password => clap::value_parser!(PathBuf),
            _ => ValueParser::string(),
        })
    }
}
