//! The people: invented from a seed, the same on every platform, then changed by the calls.

mod change;
mod index;
mod invent;
mod newcomer;
mod person;
mod roster;
mod words;

pub(crate) use change::{change, join, replace};
pub(crate) use person::Person;
pub use person::{PersonState, Someone};
pub(crate) use roster::Roster;
