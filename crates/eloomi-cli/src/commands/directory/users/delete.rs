//! `eloomi directory users delete`.

use lvconnect::DeleteUser;

use super::person::Person;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::delete::{self, Consent},
};

const ADVICE: &str = "a last day keeps the person and bars their password: \
    `eloomi directory users update ID --left-at 2026-12-31`";

/// Delete one person, for good, with all their tokens
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi directory users update 6b01f5f81ccdf37440d510e2 --left-at 2026-12-31     perhaps better
  eloomi directory users delete 6b01f5f81ccdf37440d510e2 --dry-run
  eloomi directory users delete 6b01f5f81ccdf37440d510e2         asks first", after_help = "\
On a terminal this asks first; without one, --yes must say that you mean it.

A person who was deleted is no data: nothing is printed on stdout, in any format.")]
pub(crate) struct Delete {
    #[command(flatten)]
    person: Person,

    #[command(flatten)]
    consent: Consent,
}

impl Delete {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = DeleteUser::new(self.person.key()?);
        delete::run(request, &self.person, &self.consent, Some(ADVICE), general).await
    }
}
