//! `eloomi open`.

mod create;
mod delete;
mod fields;
mod get;
mod list;
mod place;
mod record;
mod thing;
mod update;

use self::place::Place;
use crate::{
    arguments::{General, TEMPLATE},
    failure::Stop,
    noun::Noun,
    service::Service,
};

/// What is in such a group.
static THINGS: Noun = Noun {
    service: Service::Eloomi,
    command: "open GROUP",
    one: "thing",
    a_one: "a thing",
    many: "things",
    question: "what",
    argument: "ID",
};

/// What goes for all of them, for the end of the help.
const ABOUT: &str = "\
Nothing of these groups is documented but their names. Their paths are guesses, /v3/ and the name
of the group; --at names another, such as /v3/objectives. What comes is kept whole. If you find a
path, please tell us: CONTRIBUTING.md says how.";

/// What goes for all that write, for the end of the help.
fn about_writing() -> String {
    format!(
        "{ABOUT}\n\n\
         Read first: a write to a path that is guessed wrong may hit something else. No name and no value is\n\
         checked.\n\n\
         Other users of a machine can read command lines, and a shell keeps them; --input keeps personal\n\
         data out of both."
    )
}

/// Goals and other groups that nobody has documented
#[derive(Debug, clap::Args)]
#[command(
    help_template = TEMPLATE,
    before_help = "\
Examples:
  eloomi --sim open goals list
  eloomi --sim open course-categories get 6201 --show-personal
  eloomi open goals list --at /v3/objectives --format json
  eloomi open goals create -f name='Read more' -F steps=3 --dry-run",
    after_help = ABOUT,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub(crate) struct Open {
    #[command(flatten)]
    place: Place,

    #[command(subcommand)]
    verb: Verb,
}

/// What can be done with such a group.
#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::List),
    Get(get::Get),
    Create(create::Create),
    Update(update::Update),
    Delete(delete::Delete),
}

/// Does it.
pub(crate) async fn run(open: Open, general: &General) -> Result<(), Stop> {
    let place = open.place;
    match open.verb {
        Verb::List(list) => list.run(&place, general).await,
        Verb::Get(get) => get.run(&place, general).await,
        Verb::Create(create) => create.run(&place, general).await,
        Verb::Update(update) => update.run(&place, general).await,
        Verb::Delete(delete) => delete.run(&place, general).await,
    }
}
