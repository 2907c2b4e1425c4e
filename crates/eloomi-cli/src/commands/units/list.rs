//! `eloomi units list`.

use eloomi::ListUnits;

use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
};

/// List units, without the tree that they are
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim units list
  eloomi --sim units list --max 5 --format json
  eloomi units list --format csv > units.csv
  eloomi units tree                                  the same as a tree")]
pub(crate) struct List {
    #[command(flatten)]
    paging: Paging,
}

impl List {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = self.paging.of(ListUnits::new(), ListUnits::per_page);
        list::run(request, self.paging.max, general, Failure::from).await
    }
}
