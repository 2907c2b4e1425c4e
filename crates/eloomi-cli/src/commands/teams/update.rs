//! `eloomi teams update`.

use eloomi::UpdateTeam;

use super::{about_fields, team::Team};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    fields::Given,
    verbs::update,
};

/// Change the fields of one team that are given, and no others
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim teams update 701 --name Starters --custom-attribute cost_center=1200
  eloomi --sim teams update 701 --clear course,program
  eloomi teams update 701 --user-ids 40,41 --dry-run
  eloomi teams update 701 --input changes.json       keeps personal fields out of ps",
after_help = about_fields())]
pub(crate) struct Update {
    #[command(flatten)]
    team: Team,

    #[command(flatten)]
    given: Given<UpdateTeam>,
}

impl Update {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = UpdateTeam::new(self.team.key()?);
        update::run(request, self.given, general).await
    }
}
