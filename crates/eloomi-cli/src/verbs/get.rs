//! `get`, whatever it is about.

use eloomi::Endpoint;

use super::one;
use crate::{arguments::General, connection::Connection, failure::Stop, output::Record};

/// Asks for one thing and prints it.
pub(crate) async fn run<E>(request: E, general: &General) -> Result<(), Stop>
where
    E: Endpoint<Output: Record>,
{
    let connection = Connection::open(general).await?;
    let found = connection.client.send(request).await;
    let found = found.map_err(|error| E::Output::NOUN.failed(error))?;
    one::print(&found, general, &connection)
}
