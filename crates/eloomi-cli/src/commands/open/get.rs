//! `eloomi open GROUP get`.

use eloomi::GetOpen;

use super::{ABOUT, Place, place::failed, thing::Thing};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::get,
};

/// Show one, with all fields that come
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim open goals get 6401 --format json
  eloomi open goals get 7 --at /v3/objectives", after_help = ABOUT)]
pub(crate) struct Get {
    #[command(flatten)]
    thing: Thing,
}

impl Get {
    pub(super) async fn run(self, place: &Place, general: &General) -> Result<(), Stop> {
        let request = GetOpen::new(place.group, self.thing.key()?);
        let request = place.at.of(request, GetOpen::at)?;
        get::or_explain(request, general, failed).await
    }
}
