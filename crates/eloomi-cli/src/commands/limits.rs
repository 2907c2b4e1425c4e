//! `eloomi limits`.

use eloomi::{
    ListUsers, Sharing,
    wire::{Extra, Field, Text, model},
};

use crate::{
    arguments::{General, TEMPLATE},
    connection::Connection,
    failure::{Failure, Stop},
    notes,
    noun::Noun,
    output::{Column, Output, Record},
    service::Service,
};

/// Show how the rate limit stands, at the cost of one request
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim limits
  eloomi limits --format json", after_help = "\
service_limit and service_remaining are the service's own words. limit is what the commands of this
user keep to in any 60 seconds, all of them together; in_use counts the requests of theirs that the
service may still count, those for tokens included. shared is `file` if they share one budget, and
otherwise says why not.")]
pub(crate) struct Limits {}

static LIMITS: Noun = Noun {
    service: Service::Eloomi,
    command: "limits",
    one: "limit",
    a_one: "a limit",
    many: "limits",
    question: "what",
    argument: "LIMIT",
};

model! {
    /// How the rate limit stands.
    pub(crate) struct Standing {
        /// Requests that any window may hold.
        limit: Option<u64> = "limit";
        /// Requests that the service may still count.
        in_use: Option<u64> = "in_use";
        /// What the service says that it allows.
        service_limit: Option<u64> = "service_limit";
        /// What the service says is left.
        service_remaining: Option<u64> = "service_remaining";
        /// With whom the budget is shared.
        shared: Option<Text> = "shared";
    }
}

impl Record for Standing {
    const NOUN: &'static Noun = &LIMITS;

    const FIELDS: &'static [Field] = Standing::FIELDS;

    const SHOWN: &'static [&'static str] = &[
        "limit",
        "in_use",
        "service_limit",
        "service_remaining",
        "shared",
    ];

    const COLUMNS: &'static [Column<Self>] = &[];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

impl Limits {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let connection = Connection::open(LIMITS.service, general).await?;
        // The smallest answer that every client may ask for.
        let asked = connection.session.call(ListUsers::new().per_page(1)).await;
        let told = asked.map_err(Failure::from)?.rate_limit();
        let stats = connection.session.stats().limit.unwrap_or_default();
        let standing = Standing {
            limit: Some(stats.limit.into()),
            in_use: u64::try_from(stats.under_way + stats.cooling).ok(),
            service_limit: told.limit,
            service_remaining: told.remaining,
            shared: Some(shared(stats.sharing)),
            ..Standing::default()
        };
        let mut output = Output::one(general);
        output.write(&standing)?;
        output.finish()?;
        if !general.quiet {
            notes::line(&format!("it cost {}", connection.requests()));
        }
        Ok(())
    }
}

fn shared(sharing: Sharing) -> Text {
    match sharing {
        Sharing::File => "file".into(),
        Sharing::Fallback(why) => format!("no: {why}").into(),
        // Nobody else asks a simulator inside this command.
        _ => "no: this command alone".into(),
    }
}
