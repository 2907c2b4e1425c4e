//! The recorded exchanges of `fixtures/exchanges`: what the client makes of each of them, one
//! snapshot for all stacks, and whether the simulator answers as they say.
//!
//! `ELOOMI_EXCHANGES=users/get` chooses those with this text in their name;
//! `cargo xtask snapshots users/get` sets it.

mod alteration;
mod altered;
mod asked;
mod conformance;
mod documents;
mod on_every_stack;
pub(crate) mod recorded;
mod replayed;
mod scene;
pub(crate) mod shown;
mod stage;
