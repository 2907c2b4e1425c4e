//! `eloomi open GROUP delete`.

use eloomi::DeleteOpen;

use super::{Place, about_writing, place::failed, thing::Thing};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::delete::{self, Consent},
};

/// Delete one, for good
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim open goals delete 6401 --yes
  eloomi open goals delete 7 --at /v3/objectives --dry-run", after_help = about_writing())]
pub(crate) struct Delete {
    #[command(flatten)]
    thing: Thing,

    #[command(flatten)]
    consent: Consent,
}

impl Delete {
    pub(super) async fn run(self, place: &Place, general: &General) -> Result<(), Stop> {
        let request = DeleteOpen::new(place.group, self.thing.key()?);
        let request = place.at.of(request, DeleteOpen::at)?;
        delete::or_explain(request, &self.thing, &self.consent, None, general, failed).await
    }
}
