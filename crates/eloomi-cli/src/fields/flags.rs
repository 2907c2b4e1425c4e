//! All flags of the fields, as an argument group of clap.

use std::{fmt, marker::PhantomData, path::PathBuf};

use clap::{ArgMatches, Args, Command, FromArgMatches};

use super::{Flag, Kind, Writes, changes::flags};

/// What the flags of the fields were given.
pub(crate) struct Flags<W> {
    /// Flags and the texts that stand behind them.
    pub(super) typed: Vec<(&'static Flag, Vec<String>)>,
    /// The flag of the password, and the file that holds it.
    pub(super) password: Option<(&'static Flag, PathBuf)>,
    request: PhantomData<fn() -> W>,
}

impl<W: Writes> Args for Flags<W> {
    fn augment_args(command: Command) -> Command {
        command.args(flags::<W>().map(Flag::argument::<W::Changes>))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<W: Writes> FromArgMatches for Flags<W> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut given = Self {
            typed: Vec::new(),
            password: None,
            request: PhantomData,
        };
        for flag in flags::<W>() {
            if matches!(flag.kind, Kind::Password) {
                let path = matches.get_one::<PathBuf>(flag.name);
                given.password = path.map(|path| (flag, path.clone()));
            } else if let Some(texts) = matches.get_many::<String>(flag.name) {
                given.typed.push((flag, texts.cloned().collect()));
            }
        }
        Ok(given)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Which flags were given, and nothing of what stands behind them.
impl<W> fmt::Debug for Flags<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.typed.iter().map(|(flag, _)| flag.name);
        f.debug_set().entries(names).finish()
    }
}
