//! `eloomi sim`.

mod serve;
pub(crate) mod told;

use crate::{
    arguments::General,
    failure::{Failure, Stop},
};

/// What can be done with a simulator.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    Serve(serve::Serve),
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    if general.sim || general.base_url.is_some() {
        return Err(Failure::usage(
            "`eloomi sim` asks no service, so --sim and --base-url mean nothing to it",
        )
        .into());
    }
    match verb {
        Verb::Serve(serve) => serve.run().await,
    }
}
