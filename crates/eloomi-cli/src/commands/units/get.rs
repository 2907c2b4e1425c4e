//! `eloomi units get`.

use eloomi::GetUnit;

use super::unit::Unit;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::get,
};

/// Show one unit, with all fields that are set
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim units get 4004
  eloomi --sim units get code:DEP104 --format json
  eloomi units get code:MAR02", after_help = "\
Codes need not be unique, and which of several units with the same code is shown is not known.
Members and leaders are people by id: `eloomi users get ID` tells who they are.")]
pub(crate) struct Get {
    #[command(flatten)]
    unit: Unit,
}

impl Get {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        get::run(GetUnit::new(self.unit.key()?), general).await
    }
}
