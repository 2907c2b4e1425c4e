//! `eloomi users delete`.

use eloomi::{DeleteUser, Endpoint as _};

use super::{
    dry_run,
    person::{self, Person},
    write::LOOK,
};
use crate::{
    arguments::{General, TEMPLATE},
    confirmation::Deletion,
    connection::Connection,
    failure::{Failure, Stop},
    notes,
    verbs::unanswered,
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

    /// Do not ask
    #[arg(long, short)]
    yes: bool,

    /// Tell what would be sent, and send nothing
    #[arg(long)]
    dry_run: bool,
}

impl Delete {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = DeleteUser::new(self.person.key()?);
        let refused = |error: eloomi::RequestError| Failure::usage(error.to_string());
        request.request().map_err(refused)?;
        if self.dry_run {
            return dry_run::print(request.route(), None, general);
        }
        let deletion = Deletion {
            doing: "deleting a person",
            again: "the person",
            typed: self.person.typed(),
            advice: Some(ADVICE),
            is_meant: self.yes,
        };
        deletion.refuse_unasked(general)?;
        let connection = Connection::open(general).await?;
        deletion.confirm(general).await?;
        let deleted = unanswered::or_told(connection.client.send(request), LOOK).await;
        deleted.map_err(person::failed)?;
        if !general.quiet {
            notes::line(&format!("1 person deleted, {}", connection.requests()));
        }
        Ok(())
    }
}
