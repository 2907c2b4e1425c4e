//! One flag.

use std::path::PathBuf;

use clap::{
    Arg, ArgAction,
    builder::{PossibleValuesParser, ValueParser},
};

use super::kind::Kind;

/// Fields that cannot be emptied: nothing says so on the wire, or nobody knows what it would do.
const NEVER_EMPTY: [&str; 6] = [
    "activate",
    "add_direct_manager_employee_ids",
    "add_direct_manager_ids",
    "custom_attributes",
    "password",
    "prompts",
];

/// A field of a person, as a flag.
#[derive(Debug)]
pub(super) struct Flag {
    /// The field's name on the wire.
    pub(super) name: &'static str,
    /// What it takes.
    pub(super) kind: Kind,
    /// What stands for the value in the help.
    pub(super) value: &'static str,
    /// What the help says.
    pub(super) help: &'static str,
}

impl Flag {
    /// The name of the flag, without hyphens in front.
    pub(super) fn long(&self) -> String {
        match self.kind {
            // One at a time.
            Kind::Attributes => "custom-attribute".into(),
            Kind::Password => "password-file".into(),
            _ => self.name.replace('_', "-"),
        }
    }

    /// Whether there is a way to say that the field is to be empty.
    pub(super) fn can_be_emptied(&self) -> bool {
        !NEVER_EMPTY.contains(&self.name)
    }

    /// The flag as clap wants it.
    pub(super) fn argument(&self) -> Arg {
        let argument = Arg::new(self.name)
            .long(self.long())
            .value_name(self.value)
            .help(self.help)
            .help_heading("Fields of the person");
        let argument = match self.kind {
            Kind::Attributes => argument.action(ArgAction::Append),
            Kind::Ids | Kind::Prompts | Kind::Texts => {
                argument.action(ArgAction::Append).value_delimiter(',')
            }
            _ => argument.action(ArgAction::Set),
        };
        argument.value_parser(match self.kind {
            Kind::Word(words) => PossibleValuesParser::new(words()).into(),
            Kind::Password => clap::value_parser!(PathBuf),
            _ => ValueParser::string(),
        })
    }
}
