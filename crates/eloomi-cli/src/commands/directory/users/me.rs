//! `eloomi directory users me`.

use lvconnect::GetMe;

use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::get,
};

/// Show the person who is logged in
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim directory users me
  eloomi auth login --service directory --user ada@example.com      first
  eloomi directory users me --show-personal", after_help = "\
It takes a token of a person, with the scope profile:get. A client without a person has neither.")]
pub(crate) struct Me {}

impl Me {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        // Nobody to look for in a list: who is meant, the token says.
        get::or_explain(GetMe::new(), general, Failure::from).await
    }
}
