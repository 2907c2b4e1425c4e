//! `eloomi open GROUP update`.

use eloomi::UpdateOpen;

use super::{Place, about_writing, fields, place::failed_to_write, thing::Thing};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    fields::Writes as _,
    members::Members,
    verbs::write,
};

/// How to find out whether it was changed after all.
const LOOK: &str = "look at it before sending it again: `eloomi open GROUP get ID`";

/// Change the fields of one that are given, and no others
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim open goals update 6401 -F progress=40
  eloomi --sim open goals update 6401 -F deadline=null --dry-run
  eloomi open goals update 7 --input goal.json --at /v3/objectives",
after_help = about_writing())]
pub(crate) struct Update {
    #[command(flatten)]
    thing: Thing,

    #[command(flatten)]
    members: Members,

    /// Print what would be sent, and send nothing
    #[arg(long)]
    dry_run: bool,
}

impl Update {
    pub(super) async fn run(self, place: &Place, general: &General) -> Result<(), Stop> {
        let request = UpdateOpen::new(place.group, self.thing.key()?);
        let request = place.at.of(request, UpdateOpen::at)?;
        let request = request.with(fields::given(&self.members).await?);
        let failed = |error| failed_to_write(error, LOOK);
        write::run(request, self.dry_run, general, failed).await
    }
}
