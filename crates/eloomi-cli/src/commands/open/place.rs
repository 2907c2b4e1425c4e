//! Which group is meant, and where it is.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use eloomi::Group;

use super::THINGS;
use crate::{
    at::{self, At},
    failure::Failure,
    verbs::unanswered::may_be_done,
};

/// A group and its path.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Place {
    /// The group
    #[arg(value_name = "GROUP", value_parser = groups())]
    pub(super) group: Group,

    #[command(flatten)]
    pub(super) at: At,
}

fn groups() -> impl TypedValueParser<Value = Group> {
    PossibleValuesParser::new(Group::VALUES.iter().map(|group| group.as_str()))
        .try_map(|group| group.parse::<Group>())
}

/// The failure of a call about one thing.
pub(super) fn failed(error: eloomi::Error) -> Failure {
    at::failed(error, |error| THINGS.failed(error))
}

/// The failure of a write. `look` says how to find out whether it was done, if nobody knows.
pub(super) fn failed_to_write(error: eloomi::Error, look: &'static str) -> Failure {
    let may_be_done = may_be_done(&error);
    let failure = failed(error);
    if may_be_done {
        failure.hint(look)
    } else {
        failure
    }
}
