//! `eloomi programs`.

mod participant;
mod participants;
mod program;

use crate::{arguments::General, failure::Stop, noun::Noun, service::Service};

/// Programs.
static PROGRAMS: Noun = Noun {
    service: Service::Eloomi,
    command: "programs",
    one: "program",
    a_one: "a program",
    many: "programs",
    question: "what",
    argument: "PROGRAM",
};

/// What can be done with programs.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    Participants(participants::Participants),
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    match verb {
        Verb::Participants(participants) => participants.run(general).await,
    }
}
