//! The seams of the crate, as its users meet them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attributes;
mod consumers;
#[cfg(feature = "jiff")]
mod dates;
mod decode;
mod ids;
mod lenient;
mod maps;
mod model;
mod nullable;
mod open_enum;
mod patch;
mod raw_json;
mod round_trip;
mod ship;
mod text;
