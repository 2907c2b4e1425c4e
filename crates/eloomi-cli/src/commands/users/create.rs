//! `eloomi users create`.

use eloomi::CreateUser;

use super::about_fields;
use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    fields::{Given, Writes as _},
    verbs::create,
};

/// How to find out whether somebody was created after all.
const LOOK: &str = "look for the e-mail address before sending it again: \
    `eloomi users get email:ADDRESS`";

/// Create a person, silently unless --activate says otherwise
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim users create jane@example.com --first-name Jane --department-code DEP101
  eloomi users create jane@example.com --employee-id E1002 --dry-run
  eloomi users create --input starter.json           keeps personal fields out of ps
  eloomi users create jane@example.com --activate standard",
after_help = about_fields())]
pub(crate) struct Create {
    /// E-mail address; also --email, or `email` in --input
    #[arg(value_name = "EMAIL", conflicts_with = "email")]
    address: Option<String>,

    #[command(flatten)]
    given: Given<CreateUser>,
}

impl Create {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let is_dry_run = self.given.dry_run;
        let changes = self.given.with("email", self.address).changes().await?;
        let Some(email) = changes.email.value().cloned() else {
            return Err(
                Failure::usage("a person cannot be created without an e-mail address")
                    .hint("`eloomi users create jane@example.com`, or `email` in --input")
                    .into(),
            );
        };
        let request = CreateUser::new(email).with(changes);
        create::run(request, is_dry_run, general, LOOK).await
    }
}
