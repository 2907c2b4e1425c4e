//! `eloomi units delete`.

use eloomi::DeleteUnit;

use super::unit::Unit;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::delete::{self, Consent},
};

const ADVICE: &str = "what becomes of its members, and of the units below it, is not documented; \
    `eloomi units update UNIT --remove-user-ids ID,…` takes people out and leaves the unit";

/// Delete one unit, for good
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim units delete 4012 --yes
  eloomi units delete 354 --dry-run
  eloomi units delete code:MAR02                     asks first", after_help = "\
What becomes of the members of a unit that is deleted, and of the units below it, is not
documented: look first, with `eloomi units tree UNIT`. Codes need not be unique, so an id is the
safer key. On a terminal this asks first; without one, --yes must say that you mean it.

A unit that was deleted is no data: nothing is printed on stdout, in any format.")]
pub(crate) struct Delete {
    #[command(flatten)]
    unit: Unit,

    #[command(flatten)]
    consent: Consent,
}

impl Delete {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = DeleteUnit::new(self.unit.key()?);
        delete::run(request, &self.unit, &self.consent, Some(ADVICE), general).await
    }
}
