//! `eloomi open GROUP list`.

use eloomi::ListOpen;

use super::{ABOUT, Place};
use crate::{
    arguments::{General, TEMPLATE},
    at,
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
};

/// List what is in the group
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim open goals list
  eloomi --sim open programs list --show-personal
  eloomi open goals list --at /v3/objectives --format ndjson", after_help = about_listing())]
pub(crate) struct List {
    #[command(flatten)]
    paging: Paging,
}

fn about_listing() -> String {
    format!(
        "{ABOUT}\n\n\
         A table names the fields that come and masks what they hold, CSV has a column for id and name\n\
         alone; JSON holds all."
    )
}

impl List {
    pub(super) async fn run(self, place: &Place, general: &General) -> Result<(), Stop> {
        let list = place.at.of(ListOpen::new(place.group), ListOpen::at)?;
        let list = self.paging.of(list, ListOpen::per_page);
        let failed = |error| at::failed(error, Failure::from);
        list::run(list, self.paging.max, general, failed).await
    }
}
