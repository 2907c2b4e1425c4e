//! The fault table: each row of `fixtures/faults.toml`, on each of its axes, with a snapshot of
//! what the caller gets, what became of the slots, and what the server saw byte by byte.
//!
//! A row whose cases stand in the table is named with `by_the_table!`; one that needs more than a
//! script is written out with `by_hand!`. `cargo xtask faults` runs them and prints the table.

#[macro_use]
mod rows;
pub(crate) mod driver;

mod body;
mod connection;
mod framing;
mod head;
mod lists;
mod pool;
mod status;
mod token;
#[cfg(unix)]
mod token_files;

#[cfg(unix)]
pub(crate) use token_files::Order;
