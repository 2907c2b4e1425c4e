//! The people: invented from a seed, the same on every platform.

mod dice;
mod invent;
mod person;
mod roster;
mod words;

pub(crate) use dice::Dice;
pub(crate) use person::Person;
pub use person::{PersonState, Someone};
pub(crate) use roster::Roster;
