//! `eloomi units update`.

use eloomi::UpdateUnit;

use super::{about_fields, applied, unit::Unit};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    fields::Given,
    verbs::update,
};

/// Change the fields of one unit that are given, and no others
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim units update code:DEP105 --parent-id 4002 --add-user-ids 80002
  eloomi --sim units update 4004 --clear parent-id --read-back
  eloomi units update code:MAR02 --leader-ids 40,41 --dry-run
  eloomi units update 354 --input changes.json       keeps personal fields out of ps",
after_help = about_fields())]
pub(crate) struct Update {
    #[command(flatten)]
    unit: Unit,

    #[command(flatten)]
    read_back: applied::ReadBack,

    #[command(flatten)]
    given: Given<UpdateUnit>,
}

impl Update {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = UpdateUnit::new(self.unit.key()?);
        let written = update::send(request, self.given, general).await?;
        self.read_back.print(written, general).await
    }
}
