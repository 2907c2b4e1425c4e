//! What eloomi is known to send, and what becomes of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod courses;
mod envelope;
mod errors;
mod samples;
mod user;
mod user_fields;
mod user_key;
mod user_mode;
