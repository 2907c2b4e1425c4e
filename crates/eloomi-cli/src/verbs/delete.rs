//! `delete`, whatever it is about.

use eloomi::Endpoint;

use super::{dry_run, unanswered};
use crate::{
    arguments::General,
    confirmation::Deletion,
    connection::Connection,
    failure::{Failure, Stop},
    notes,
    which::{Key, Which},
};

/// Whether it is meant.
#[derive(Debug, clap::Args)]
pub(crate) struct Consent {
    /// Do not ask
    #[arg(long, short)]
    yes: bool,

    /// Tell what would be sent, and send nothing
    #[arg(long)]
    dry_run: bool,
}

/// Deletes one thing, if that is meant. `advice` says what is better, if anything is.
pub(crate) async fn run<K: Key>(
    request: impl Endpoint,
    which: &Which<K>,
    consent: &Consent,
    advice: Option<&str>,
    general: &General,
) -> Result<(), Stop> {
    let failed = |error| K::NOUN.failed(error);
    or_explain(request, which, consent, advice, general, failed).await
}

/// The same; `failed` says what a failed call is.
pub(crate) async fn or_explain<K: Key>(
    request: impl Endpoint,
    which: &Which<K>,
    consent: &Consent,
    advice: Option<&str>,
    general: &General,
    failed: impl FnOnce(eloomi::Error) -> Failure,
) -> Result<(), Stop> {
    let refused = |error: eloomi::RequestError| Failure::usage(error.to_string());
    request.request().map_err(refused)?;
    if consent.dry_run {
        return Ok(dry_run::tell(&request, general)?);
    }
    let deletion = Deletion {
        doing: &format!("deleting {}", K::NOUN.a_one),
        again: &format!("the {}", K::NOUN.one),
        typed: which.typed(),
        advice,
        is_meant: consent.yes,
    };
    deletion.refuse_unasked(general)?;
    let connection = Connection::open(K::NOUN.service, general).await?;
    deletion.confirm(general).await?;
    let look = K::NOUN.look();
    let deleted = unanswered::or_told(connection.session.send(request), &look).await;
    deleted.map_err(failed)?;
    if !general.quiet {
        let tally = K::NOUN.counted(1);
        notes::line(&format!("{tally} deleted, {}", connection.requests()));
    }
    Ok(())
}
