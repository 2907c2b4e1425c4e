//! `eloomi directory users get`.

use lvconnect::GetUser;

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
  eloomi directory users get 6b01f5f81ccdf37440d510e2
  eloomi directory users get 6b01f5f81ccdf37440d510e2 --show-personal
  eloomi directory users get 6b01f5f81ccdf37440d510e2 --format json")]
pub(crate) struct Get {
    #[command(flatten)]
    person: Person,
}

impl Get {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        get::run(GetUser::new(self.person.key()?), general).await
    }
}
