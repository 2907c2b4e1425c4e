//! `eloomi access-groups`.

mod list;
mod record;

use crate::{arguments::General, failure::Stop, noun::Noun, service::Service};

/// Access groups.
static ACCESS_GROUPS: Noun = Noun {
    service: Service::Eloomi,
    command: "access-groups",
    one: "access group",
    a_one: "an access group",
    many: "access groups",
    question: "what",
    argument: "GROUP",
};

/// What can be done with access groups.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Verb {
    List(list::List),
}

/// Does it.
pub(crate) async fn run(verb: Verb, general: &General) -> Result<(), Stop> {
    match verb {
        Verb::List(list) => list.run(general).await,
    }
}
