//! `eloomi open GROUP create`.

use eloomi::CreateOpen;

use super::{Place, about_writing, fields, place::failed_to_write};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    fields::Writes as _,
    members::Members,
    verbs::write,
};

/// How to find out whether it was created after all.
const LOOK: &str = "look for it before sending it again: `eloomi open GROUP list`";

/// Create one of the fields that are given
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim open goals create -f name=Reading -F steps=3
  eloomi open goals create --input goal.json --at /v3/objectives --dry-run",
after_help = about_writing())]
pub(crate) struct Create {
    #[command(flatten)]
    members: Members,

    /// Print what would be sent, and send nothing
    #[arg(long)]
    dry_run: bool,
}

impl Create {
    pub(super) async fn run(self, place: &Place, general: &General) -> Result<(), Stop> {
        let request = place.at.of(CreateOpen::new(place.group), CreateOpen::at)?;
        let request = request.with(fields::given(&self.members).await?);
        let failed = |error| failed_to_write(error, LOOK);
        write::run(request, self.dry_run, general, failed).await
    }
}
