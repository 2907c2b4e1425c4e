//! Printing the one person whom a call was about.

use eloomi::User;

use crate::{arguments::General, connection::Connection, failure::Stop, output::Output};

/// Prints the person, and what it cost.
pub(super) fn print(user: &User, general: &General, connection: &Connection) -> Result<(), Stop> {
    let mut output = Output::one(general);
    output.write(user)?;
    output.finish()?;
    output.close(general, &output.tally(), connection);
    Ok(())
}
