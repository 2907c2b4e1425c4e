//! `eloomi users`.

mod get;
mod list;
mod record;

use crate::{arguments::General, failure::Stop};

/// What can be done with people.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    List(list::List),
    Get(get::Get),
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    match verb {
        Verb::List(list) => list.run(general).await,
        Verb::Get(get) => get.run(general).await,
    }
}
