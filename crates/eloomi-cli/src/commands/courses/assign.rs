//! `eloomi courses assign`.

use eloomi::AssignCourse;

use super::{about_fields, course::Course, person::Person};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    fields::Given,
    verbs::create,
};

/// How to find out whether the course was assigned after all.
const LOOK: &str = "look for the person before sending it again: \
    `eloomi courses participants COURSE`";

/// Assign a course to one person
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim courses assign 9002 80003 --required yes --deadline 2026-12-31
  eloomi --sim courses assign 9002 80003 --dry-run
  eloomi courses assign 9002 80003 --custom-attribute cost_center=1200",
after_help = about_assigning())]
pub(crate) struct Assign {
    #[command(flatten)]
    course: Course,

    #[command(flatten)]
    person: Person,

    #[command(flatten)]
    given: Given<AssignCourse>,
}

fn about_assigning() -> String {
    let fields = about_fields();
    format!(
        "{fields} Whether eloomi tells the\n\
         person, and what assigning twice does, is not documented. `eloomi users get` shows the id of\n\
         somebody."
    )
}

impl Assign {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = AssignCourse::new(self.course.key()?, self.person.key()?);
        let is_dry_run = self.given.dry_run;
        let request = request.with_changes(self.given.changes().await?);
        create::run(request, is_dry_run, general, LOOK).await
    }
}
