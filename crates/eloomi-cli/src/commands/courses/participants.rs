//! `eloomi courses participants`.

use eloomi::ListCourseParticipants;

use super::{COURSES, course::Course};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::{list, paging::Paging},
};

/// List who takes a course
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim courses participants 9001
  eloomi --sim courses participants 9001 --extended --show-personal
  eloomi courses participants 9001 --extended --format csv > participants.csv", after_help = "\
A table shows people by their ids, and what is asked of them; how far they are is masked unless
--show-personal asks for it. The other formats hold all. A person may stand there several times,
as where a course is due again.

What a course answers that there is not, nobody has documented: perhaps an empty list.")]
pub(crate) struct Participants {
    #[command(flatten)]
    course: Course,

    /// Ask for the status and the renewal, too
    #[arg(long)]
    extended: bool,

    #[command(flatten)]
    paging: Paging,
}

impl Participants {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let mut list = ListCourseParticipants::new(self.course.key()?);
        if self.extended {
            list = list.extended_mode();
        }
        let list = self.paging.of(list, ListCourseParticipants::per_page);
        let failed = |error| COURSES.failed(error);
        list::run(list, self.paging.max, general, failed).await
    }
}
