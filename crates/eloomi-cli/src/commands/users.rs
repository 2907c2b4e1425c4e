//! `eloomi users`.

mod create;
mod delete;
mod fields;
mod get;
mod list;
mod person;
mod record;
mod update;

use eloomi::model::UserChanges;

use crate::{arguments::General, failure::Stop, fields::about, noun::Noun, service::Service};

/// People.
pub(super) static PEOPLE: Noun = Noun {
    service: Service::Eloomi,
    command: "users",
    one: "person",
    a_one: "a person",
    many: "people",
    question: "who",
    argument: "PERSON",
};

/// What can be done with people.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    List(list::List),
    Get(get::Get),
    Create(Box<create::Create>),
    Update(Box<update::Update>),
    Delete(delete::Delete),
}

/// What the help of commands that write fields says of them.
fn about_fields() -> String {
    let fields = about::<UserChanges>(
        "a text with a comma in a list, an attribute that is a number or a word\n\
         that is not listed here",
    );
    format!(
        "{fields}\n\n\
         Mail is sent only where --activate asks for it: company_default, pre_generated_password and\n\
         standard may, deactivate and instant do not."
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
    }
}
