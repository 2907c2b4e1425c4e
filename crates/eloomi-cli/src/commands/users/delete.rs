//! `eloomi users delete`.

use eloomi::DeleteUser;

use super::person::Person;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::delete::{self, Consent},
};

const ADVICE: &str = "eloomi advises to end the employment instead, which can be undone: \
    `eloomi users update PERSON --end-of-employment-at 2026-12-31`";

/// Delete one person, for good
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi users update employee:E0052 --end-of-employment-at 2026-12-31     better, see below
  eloomi --sim users delete employee:E0002 --yes
  eloomi users delete 40 --dry-run
  eloomi users delete email:jane@example.com         asks first", after_help = "\
eloomi advises to end the employment instead, which can be undone; what deleting removes is not
documented. On a terminal this asks first; without one, --yes must say that you mean it.

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
