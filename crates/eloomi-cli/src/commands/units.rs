//! `eloomi units`.

mod applied;
mod create;
mod delete;
mod fields;
mod get;
mod list;
mod record;
mod some_of;
mod tree;
mod unit;
mod update;

use eloomi::model::UnitChanges;

use crate::{arguments::General, failure::Stop, fields::about, noun::Noun, service::Service};

/// Units, which eloomi's texts also call departments.
static UNITS: Noun = Noun {
    service: Service::Eloomi,
    command: "units",
    one: "unit",
    a_one: "a unit",
    many: "units",
    question: "what",
    argument: "UNIT",
};

/// What can be done with units.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    List(list::List),
    Get(get::Get),
    Tree(tree::Tree),
    Create(Box<create::Create>),
    Update(Box<update::Update>),
    Delete(delete::Delete),
}

/// What the help of commands that write fields says of them.
fn about_fields() -> String {
    let fields = about::<UnitChanges>("a text\nwith a comma in a list");
    format!(
        "{fields}\n\n\
         eloomi leaves out people whom it does not know, without a word. What the answer does not show\n\
         as applied is named on stderr, and the exit code stays 0: the answer to a creation may show\n\
         nobody yet. --read-back looks again; what is not there then is an error, and the exit code is 5."
    )
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    match verb {
        Verb::List(list) => list.run(general).await,
        Verb::Get(get) => get.run(general).await,
        Verb::Tree(tree) => tree.run(general).await,
        Verb::Create(create) => Box::pin(create.run(general)).await,
        Verb::Update(update) => Box::pin(update.run(general)).await,
        Verb::Delete(delete) => delete.run(general).await,
    }
}
