//! `eloomi directory`: nouns of the staff directory.

mod users;

use crate::{arguments::General, failure::Stop};

/// The nouns of the directory.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Noun {
    /// People of the directory
    #[command(subcommand)]
    Users(users::Verb),
}

/// Does it.
pub(crate) async fn run(noun: Noun, general: &General) -> Result<(), Stop> {
    match noun {
        Noun::Users(verb) => users::run(verb, general).await,
    }
}
