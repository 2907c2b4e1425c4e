//! The directory's client from outside: what it sends, and what it makes of every recorded answer.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

mod exchanges;
mod models;
mod refusals;
mod sources;
mod stacks;
mod streams;
