//! `eloomi teams`.

mod add_programs;
mod create;
mod delete;
mod fields;
mod get;
mod list;
mod record;
mod settings;
mod team;
mod update;

use eloomi::model::TeamChanges;

use crate::{arguments::General, failure::Stop, fields::about, noun::Noun, service::Service};

/// Teams.
static TEAMS: Noun = Noun {
    service: Service::Eloomi,
    command: "teams",
    one: "team",
    a_one: "a team",
    many: "teams",
    question: "what",
    argument: "TEAM",
};

/// What can be done with teams.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    List(list::List),
    Get(get::Get),
    Create(Box<create::Create>),
    Update(Box<update::Update>),
    Delete(delete::Delete),
    AddPrograms(add_programs::AddPrograms),
}

/// What the help of commands that write fields says of them.
fn about_fields() -> String {
    let fields =
        about::<TeamChanges>("a text with a comma in a list or a program\nthat is not required");
    format!(
        "{fields}\n\n\
         All --course together are the courses of the team, and all --program its programs: those not\n\
         named are taken away. No answer shows either. People of the team may be told of a program,\n\
         unless `:silent` stands behind it. eloomi most likely leaves out people whom it does not know,\n\
         without a word: compare `users`."
    )
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    match verb {
        Verb::List(list) => list.run(general).await,
        Verb::Get(get) => get.run(general).await,
        Verb::Create(create) => Box::pin(create.run(general)).await,
        Verb::Update(update) => Box::pin(update.run(general)).await,
        Verb::Delete(delete) => delete.run(general).await,
        Verb::AddPrograms(add) => add.run(general).await,
    }
}
