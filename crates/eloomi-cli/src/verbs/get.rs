//! `get`, whatever it is about.

use eloomi::Endpoint;

use super::one;
use crate::{
    arguments::General,
    connection::Connection,
    failure::{Failure, Stop},
    output::Record,
};

/// Asks for one thing and prints it.
pub(crate) async fn run<E>(request: E, general: &General) -> Result<(), Stop>
where
    E: Endpoint<Output: Record>,
{
    or_explain(request, general, |error| E::Output::NOUN.failed(error)).await
}

/// The same; `failed` says what a failed call is.
pub(crate) async fn or_explain<E>(
    request: E,
    general: &General,
    failed: impl FnOnce(eloomi::Error) -> Failure,
) -> Result<(), Stop>
where
    E: Endpoint<Output: Record>,
{
    let connection = Connection::open(E::Output::NOUN.service, general).await?;
    let found = connection.session.send(request).await.map_err(failed)?;
    one::print(&found, general, &connection)
}
