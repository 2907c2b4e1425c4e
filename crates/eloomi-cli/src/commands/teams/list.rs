//! `eloomi teams list`.

use eloomi::ListTeams;

use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
};

/// List teams
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim teams list
  eloomi --sim teams list --max 5 --format ndjson
  eloomi teams list --format csv > teams.csv")]
pub(crate) struct List {
    #[command(flatten)]
    paging: Paging,
}

impl List {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = self.paging.of(ListTeams::new(), ListTeams::per_page);
        list::run(request, self.paging.max, general, Failure::from).await
    }
}
