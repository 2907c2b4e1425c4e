//! `eloomi teams delete`.

use eloomi::DeleteTeam;

use super::team::Team;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::delete::{self, Consent},
};

const ADVICE: &str = "what becomes of the courses and programs of its people is not known; \
    `eloomi teams update TEAM --clear user-ids` empties the team and leaves it";

/// Delete one team, for good
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim teams delete 709 --yes
  eloomi teams delete 701 --dry-run
  eloomi teams delete 701                            asks first", after_help = "\
Nobody has documented this, and what becomes of the courses and programs of the team's people is not
known. On a terminal this asks first; without one, --yes must say that you mean it.

A team that was deleted is no data: nothing is printed on stdout, in any format.")]
pub(crate) struct Delete {
    #[command(flatten)]
    team: Team,

    #[command(flatten)]
    consent: Consent,
}

impl Delete {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = DeleteTeam::new(self.team.key()?);
        delete::run(request, &self.team, &self.consent, Some(ADVICE), general).await
    }
}
