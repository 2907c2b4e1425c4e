//! The argument that says who is meant.

use eloomi::{UserKey, UserKeyError};

use crate::failure::Failure;

/// The person that a command is about.
#[derive(Debug, clap::Args)]
pub(super) struct Person {
    /// The person: ID, employee:E0052 or email:jane@example.com
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(value_name = "PERSON")]
    person: String,
}

impl Person {
    /// The key, if it is one.
    pub(super) fn key(&self) -> Result<UserKey, Failure> {
        self.person
            .parse()
            .map_err(|error: UserKeyError| Failure::usage(error.to_string()))
    }

    /// The key as it was typed.
    pub(super) fn typed(&self) -> &str {
        &self.person
    }
}

/// The failure of a call about one person, who perhaps is not there.
pub(super) fn failed(error: eloomi::Error) -> Failure {
    let nobody = error.is_not_found();
    let failure = Failure::from(error);
    if nobody {
        failure.hint("`eloomi users list` shows who there is")
    } else {
        failure
    }
}
