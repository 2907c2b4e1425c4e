//! `eloomi programs participants`.

use eloomi::ListProgramParticipants;

use super::program::Program;
use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
};

/// List who is in a program
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim programs participants 90092
  eloomi programs participants 90092 --format csv > participants.csv", after_help = "\
eloomi documents what such a list holds, and not its path, which is a guess after that of courses.
Programs themselves stand nowhere: `eloomi open programs list` may show them.

A table shows people by their ids; whether they are done is masked unless --show-personal asks for
it. The other formats hold all.")]
pub(crate) struct Participants {
    #[command(flatten)]
    program: Program,

    #[command(flatten)]
    paging: Paging,
}

impl Participants {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let list = ListProgramParticipants::new(self.program.key()?);
        let list = self.paging.of(list, ListProgramParticipants::per_page);
        list::run(list, self.paging.max, general, failed).await
    }
}

fn failed(error: eloomi::Error) -> Failure {
    let is_missing = error.is_not_found();
    let failure = Failure::from(error);
    if !is_missing {
        return failure;
    }
    failure.hint(
        "`eloomi open programs list` may show what there is; nobody has documented either path, \
         and `eloomi api GET /v3/…` asks at another",
    )
}
