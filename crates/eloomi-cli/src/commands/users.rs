//! `eloomi users`.

mod create;
mod delete;
mod dry_run;
mod fields;
mod get;
mod list;
mod person;
mod record;
mod shown;
mod update;
mod write;

use crate::{arguments::General, failure::Stop};

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
const ABOUT_FIELDS: &str = "\
Lists are separated with commas, and a list stands for all of it; --clear empties one. What a
flag cannot say, such as a text with a comma in a list, an attribute that is a number or a word
that is not listed here, --input can: its names are those of the fields with underscores, and
null empties a field.

Other users of a machine can read command lines, and a shell keeps them; --input keeps personal
fields out of both. --dry-run --format json prints what --input reads, but for a password.

Mail is sent only where --activate asks for it: company_default, pre_generated_password and
standard may, deactivate and instant do not.";

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
