//! `eloomi directory users update`.

use lvconnect::UpdateUser;

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
  eloomi directory users update 6b01f5f81ccdf37440d510e2 --job architect --clear description
  eloomi directory users update 6b01f5f81ccdf37440d510e2 --left-at 2026-12-31 --dry-run
  eloomi directory users update 6b01f5f81ccdf37440d510e2 --input changes.json",
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
