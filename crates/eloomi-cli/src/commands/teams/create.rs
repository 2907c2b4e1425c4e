//! `eloomi teams create`.

use eloomi::CreateTeam;

use super::about_fields;
use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    fields::{Given, Writes as _},
    verbs::create,
};

/// How to find out whether a team was created after all.
const LOOK: &str = "look for its name before sending it again: `eloomi teams list`";

/// Create a team
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim teams create Starters --user-ids 80001,80002 --leader-ids 80001
  eloomi --sim teams create Starters --course 9001:required:deadline=2026-12-31 --course 9002
  eloomi teams create 'First week' --program 90092:required:silent --dry-run
  eloomi teams create --input team.json              keeps personal fields out of ps",
after_help = about_fields())]
pub(crate) struct Create {
    /// Name; also --name, or `name` in --input
    #[arg(value_name = "NAME", conflicts_with = "name")]
    called: Option<String>,

    #[command(flatten)]
    given: Given<CreateTeam>,
}

impl Create {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let is_dry_run = self.given.dry_run;
        let changes = self.given.with("name", self.called).changes().await?;
        let Some(name) = changes.name.value().cloned() else {
            return Err(Failure::usage("a team cannot be created without a name")
                .hint("`eloomi teams create 'First week'`, or `name` in --input")
                .into());
        };
        let request = CreateTeam::new(name).with(changes);
        create::run(request, is_dry_run, general, LOOK).await
    }
}
