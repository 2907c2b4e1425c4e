//! `eloomi teams get`.

use eloomi::GetTeam;

use super::team::Team;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::get,
};

/// Show one team, with all fields that are set
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim teams get 701
  eloomi --sim teams get 701 --format json
  eloomi teams get 701 --show-personal", after_help = "\
Courses and programs of a team are in no answer. Members and leaders are people by id: `eloomi users
get ID` tells who they are.")]
pub(crate) struct Get {
    #[command(flatten)]
    team: Team,
}

impl Get {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        get::run(GetTeam::new(self.team.key()?), general).await
    }
}
