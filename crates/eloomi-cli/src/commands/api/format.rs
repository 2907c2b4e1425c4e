//! The formats that suit JSON of which nothing is known.

use clap::{ArgMatches, Args, Command, FromArgMatches, parser::ValueSource};

use crate::{arguments::Format, failure::Failure, output::Json};

/// The format, if the command line names one: the default is a table, which is not meant here.
#[derive(Debug)]
pub(super) struct NamedFormat(Option<Format>);

impl NamedFormat {
    /// How items are printed, or why the format does not do.
    pub(super) fn json(&self, is_paginated: bool) -> Result<Json, Failure> {
        match self.0 {
            None | Some(Format::Json) => Ok(Json::Array),
            Some(Format::Ndjson) if is_paginated => Ok(Json::Lines),
            Some(Format::Ndjson) => Err(Failure::usage(
                "--format ndjson needs items, and one answer is printed as it came",
            )
            .hint("--paginate --format ndjson, if the answer is a list")),
            Some(Format::Table | Format::Csv) => Err(Failure::usage(
                "`api` knows no fields, so it prints neither tables nor CSV",
            )
            .hint("--format json, or --paginate --format ndjson")),
        }
    }
}

impl Args for NamedFormat {
    /// None of its own: `--format` goes for every command.
    fn augment_args(command: Command) -> Command {
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        command
    }
}

impl FromArgMatches for NamedFormat {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let is_named = matches.value_source("format") == Some(ValueSource::CommandLine);
        let format = matches.get_one::<Format>("format").copied();
        Ok(Self(format.filter(|_| is_named)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
