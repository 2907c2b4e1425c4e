//! `eloomi courses list`.

use eloomi::ListCourses;

use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
};

/// List courses
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim courses list
  eloomi courses list --format csv > courses.csv
  eloomi courses list --format ndjson | jq 'select(.active)'")]
pub(crate) struct List {
    #[command(flatten)]
    paging: Paging,
}

impl List {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let list = self.paging.of(ListCourses::new(), ListCourses::per_page);
        list::run(list, self.paging.max, general, Failure::from).await
    }
}
