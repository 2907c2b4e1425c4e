//! `eloomi access-groups list`.

use eloomi::ListAccessGroups;

use crate::{
    arguments::{General, TEMPLATE},
    at::{self, At},
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
};

/// List access groups, and what they permit
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim access-groups list
  eloomi access-groups list --at /v3/groups --format json", after_help = "\
eloomi documents what such a list holds, and not its path: /v3/access-groups is a guess. --at
names another, such as /v3/groups, /v3/access_groups or /v3/accessgroups.")]
pub(crate) struct List {
    #[command(flatten)]
    at: At,

    #[command(flatten)]
    paging: Paging,
}

impl List {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let list = self.at.of(ListAccessGroups::new(), ListAccessGroups::at)?;
        let list = self.paging.of(list, ListAccessGroups::per_page);
        let failed = |error| at::failed(error, Failure::from);
        list::run(list, self.paging.max, general, failed).await
    }
}
