//! `eloomi courses get`.

use eloomi::GetCourse;

use super::course::Course;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    verbs::get,
};

/// Show one course, with all fields that are set
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim courses get 9001
  eloomi courses get 9001 --format json", after_help = "\
Nobody has documented this call. If the list shows a course that this does not find, then the
service does not have it: `eloomi courses list --format ndjson | jq 'select(.id == 9001)'`.")]
pub(crate) struct Get {
    #[command(flatten)]
    course: Course,
}

impl Get {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        get::run(GetCourse::new(self.course.key()?), general).await
    }
}
