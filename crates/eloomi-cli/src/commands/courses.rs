//! `eloomi courses`.

mod assign;
mod course;
mod fields;
mod get;
mod list;
pub(super) mod participant;
mod participants;
mod person;
mod record;
mod update_assignment;

use eloomi::model::CourseAssignment;

use crate::{arguments::General, failure::Stop, fields::about, noun::Noun, service::Service};

/// Courses.
static COURSES: Noun = Noun {
    service: Service::Eloomi,
    command: "courses",
    one: "course",
    a_one: "a course",
    many: "courses",
    question: "what",
    argument: "COURSE",
};

/// What can be done with courses.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    List(list::List),
    Get(get::Get),
    Participants(participants::Participants),
    Assign(assign::Assign),
    UpdateAssignment(update_assignment::UpdateAssignment),
}

/// What the help of commands that assign says of their fields.
fn about_fields() -> String {
    let fields = about::<CourseAssignment>("an attribute that\nis a number");
    format!("{fields}\n\nIn --input, attributes are `customAttributes`.")
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    match verb {
        Verb::List(list) => list.run(general).await,
        Verb::Get(get) => get.run(general).await,
        Verb::Participants(participants) => participants.run(general).await,
        Verb::Assign(assign) => Box::pin(assign.run(general)).await,
        Verb::UpdateAssignment(update) => Box::pin(update.run(general)).await,
    }
}
