//! The scenarios of `fixtures/scenarios`: what happens to somebody who uses the client, one story to
//! a folder. A story is told once, in [`stories`], and used twice: against the simulator, through the
//! recording proxy, which must give the exchanges that are committed; and against the committed
//! exchanges, on every stack, which must give the one snapshot that all stacks share.
//!
//! `ELOOMI_SCENARIOS=three-pages` chooses those with this text in their name, and
//! `ELOOMI_RECORD` says what becomes of an exchange that differs; `cargo xtask fixtures record` sets
//! both.

mod folder;
mod mode;
mod on_every_stack;
mod recorded;
mod stage;
mod stories;
mod story;
mod teller;
