//! All flags of the fields, as an argument group of clap.

use std::{fmt, path::PathBuf};

use clap::{ArgMatches, Args, Command, FromArgMatches};

use super::{FLAGS, flag::Flag, kind::Kind};

/// What the flags of the fields were given.
#[derive(Default)]
pub(in super::super) struct Flags {
    /// Flags and the texts that stand behind them.
    pub(super) typed: Vec<(&'static Flag, Vec<String>)>,
    /// The flag of the password, and the file that holds it.
    pub(super) password: Option<(&'static Flag, PathBuf)>,
}

impl Args for Flags {
    fn augment_args(command: Command) -> Command {
        command.args(FLAGS.iter().map(Flag::argument))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Flags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags = Self::default();
        for flag in FLAGS {
            if matches!(flag.kind, Kind::Password) {
                let path = matches.get_one::<PathBuf>(flag.name);
                flags.password = path.map(|path| (flag, path.clone()));
            } else if let Some(texts) = matches.get_many::<String>(flag.name) {
                flags.typed.push((flag, texts.cloned().collect()));
            }
        }
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Which flags were given, and nothing of what stands behind them.
impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.typed.iter().map(|(flag, _)| flag.name);
        f.debug_set().entries(names).finish()
    }
}
