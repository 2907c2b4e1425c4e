//! `eloomi directory users`.

mod changes;
mod create;
mod delete;
mod fields;
mod get;
mod list;
mod me;
mod person;
mod record;
mod update;

use self::changes::PersonChanges;
use crate::{arguments::General, failure::Stop, fields::about, noun::Noun, service::Service};

/// People of the directory.
static PEOPLE: Noun = Noun {
    service: Service::Directory,
    command: "directory users",
    one: "person",
    a_one: "a person",
    many: "people",
    question: "who",
    argument: "ID",
};

/// What can be done with them.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    List(list::List),
    Get(get::Get),
    Create(Box<create::Create>),
    Update(Box<update::Update>),
    Delete(delete::Delete),
    Me(me::Me),
}

/// What the help of commands that write fields says of them.
fn about_fields() -> String {
    let fields = about::<PersonChanges>("a text with a comma in a list");
    format!(
        "{fields}\n\n\
         Roles: board, business, com, feedbackManager, finance, hr, lead, projectManager, talent, tech.\n\
         Writing takes a token of somebody with the role board, hr or talent:\n\
         `eloomi auth login --service directory --user ADDRESS`. The directory writes some of it anew:\n\
         last names in capitals, telephone numbers with blanks."
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
        Verb::Me(me) => me.run(general).await,
    }
}
