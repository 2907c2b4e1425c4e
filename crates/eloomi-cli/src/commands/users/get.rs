//! `eloomi users get`.

use eloomi::GetUser;

use super::person::Person;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::get,
};

/// Show one person, with all fields that are set
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim users get 80001
  eloomi --sim users get employee:E0002 --show-personal
  eloomi users get email:jane@example.com --format json")]
pub(crate) struct Get {
    #[command(flatten)]
    person: Person,
}

impl Get {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        get::run(GetUser::new(self.person.key()?), general).await
    }
}
