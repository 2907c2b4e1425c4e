//! `eloomi courses update-assignment`.

use eloomi::UpdateCourseAssignment;

use super::{about_fields, course::Course, person::Person};
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    fields::Given,
    verbs::update,
};

/// Change how a course is assigned to one person: the fields that are given, and no others
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim courses update-assignment 9001 80009 --deadline 2027-01-31
  eloomi --sim courses update-assignment 9001 80009 --clear deadline --dry-run
  eloomi courses update-assignment 9001 80009 --required no",
after_help = about_updating())]
pub(crate) struct UpdateAssignment {
    #[command(flatten)]
    course: Course,

    #[command(flatten)]
    person: Person,

    #[command(flatten)]
    given: Given<UpdateCourseAssignment>,
}

fn about_updating() -> String {
    let fields = about_fields();
    format!(
        "{fields} Nobody has documented\n\
         this call; that --clear takes the deadline away is a guess, too."
    )
}

impl UpdateAssignment {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = UpdateCourseAssignment::new(self.course.key()?, self.person.key()?);
        update::run(request, self.given, general).await
    }
}
