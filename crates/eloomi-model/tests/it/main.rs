//! What eloomi is known to send, and what becomes of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access_group;
mod courses;
mod envelope;
mod errors;
mod open_resource;
mod samples;
mod team;
mod unit;
mod unit_fields;
mod unit_key;
mod user;
mod user_fields;
mod user_key;
mod user_mode;
