//! `eloomi users update`.

use eloomi::{UpdateUser, model::UserChanges};

use super::{
    fields::{Given, Writes as _},
    person::{self, Person},
    write::write,
};
use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::unanswered::may_be_done,
};

/// Change the fields of one person that are given, and no others
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim users update employee:E0002 --title Architect --clear mobile-phone
  eloomi --sim users update 80002 --department-id 4001,4002 --dry-run
  eloomi users update employee:E0052 --end-of-employment-at 2026-12-31
  eloomi users update employee:E0052 --input changes.json    keeps personal fields out of ps",
after_help = super::ABOUT_FIELDS)]
pub(crate) struct Update {
    #[command(flatten)]
    person: Person,

    #[command(flatten)]
    given: Given,
}

impl Update {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let key = self.person.key()?;
        let is_dry_run = self.given.dry_run;
        let changes = self.given.changes().await?;
        if changes == UserChanges::default() {
            return Err(
                Failure::usage("there is nothing to change: no field is given")
                    .hint("a field, such as --title, or --clear FIELD; --help names the fields")
                    .into(),
            );
        }
        let request = UpdateUser::new(key).with(changes);
        let changes = request.changes().clone();
        write(request, changes, general, is_dry_run, failed).await
    }
}

fn failed(error: eloomi::Error) -> Failure {
    let may_be_done = may_be_done(&error);
    let failure = person::failed(error);
    if may_be_done {
        failure.hint("look at the person before sending it again: `eloomi users get PERSON`")
    } else {
        failure
    }
}
