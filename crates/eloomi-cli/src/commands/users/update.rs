//! `eloomi users update`.

use eloomi::UpdateUser;

use super::{about_fields, person::Person};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    fields::Given,
    verbs::update,
};

/// Change the fields of one person that are given, and no others
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim users update employee:E0002 --title Architect --clear mobile-phone
  eloomi --sim users update 80002 --department-id 4001,4002 --dry-run
  eloomi users update employee:E0052 --end-of-employment-at 2026-12-31
  eloomi users update employee:E0052 --input changes.json    keeps personal fields out of ps",
after_help = about_fields())]
pub(crate) struct Update {
    #[command(flatten)]
    person: Person,

    #[command(flatten)]
    given: Given<UpdateUser>,
}

impl Update {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = UpdateUser::new(self.person.key()?);
        update::run(request, self.given, general).await
    }
}
