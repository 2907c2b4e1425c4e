//! What `create` and `update` have in common, whatever they are about.

use eloomi::{Endpoint, wire};

use super::{
    dry_run,
    one::{self, Answered},
    unanswered,
};
use crate::{
    arguments::General,
    connection::Connection,
    failure::{Failure, Stop},
    fields::{Changes, Writes},
    notes,
};

/// The answer to a write, and who was asked; `None` if nothing was sent.
pub(crate) type Written<T> = Option<(T, Connection)>;

/// Sends the request, and prints the thing as it now is. `failed` says what a failed call is.
pub(crate) async fn run<E>(
    request: E,
    is_dry_run: bool,
    general: &General,
    failed: impl FnOnce(eloomi::Error) -> Failure,
) -> Result<(), Stop>
where
    E: Endpoint<Output: Answered> + Writes,
{
    // Boxed, because requests with many fields are large.
    let written = Box::pin(send(request, is_dry_run, general, failed)).await?;
    match written {
        Some((answer, connection)) => one::print(&answer, general, &connection),
        None => Ok(()),
    }
}

/// Sends the request, and leaves it to the caller to print the thing.
pub(super) async fn send<E>(
    request: E,
    is_dry_run: bool,
    general: &General,
    failed: impl FnOnce(eloomi::Error) -> Failure,
) -> Result<Written<E::Output>, Stop>
where
    E: Endpoint + Writes,
{
    let written = request
        .request()
        .map_err(|error| Failure::usage(error.to_string()))?;
    let changes = body::<E::Changes>(written.body())?;
    if is_dry_run {
        warn(&changes, general);
        dry_run::print(&request, changes, general)?;
        return Ok(None);
    }
    let connection = Connection::open(E::Changes::NOUN.service, general).await?;
    warn(&changes, general);
    let look = E::Changes::NOUN.look();
    let done = unanswered::or_told(connection.session.send(request), &look).await;
    Ok(Some((done.map_err(failed)?, connection)))
}

/// What the request writes, from its own words.
fn body<C: Changes>(json: &[u8]) -> Result<C, Failure> {
    if json.is_empty() {
        return Ok(C::default());
    }
    wire::decode(json).map_err(|error| Failure::usage("the fields do not fit").cause(&error))
}

fn warn(changes: &impl Changes, general: &General) {
    if let Some(warning) = changes.warning()
        && !general.quiet
    {
        notes::note(warning);
    }
}
