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
        let mut request = ListTeams::new();
        if let Some(teams) = self.paging.per_page() {
            request = request.per_page(teams);
        }
        list::run(request, self.paging.max, general, Failure::from).await
    }
}
