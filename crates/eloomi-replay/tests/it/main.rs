//! Exchanges as a consumer of the crate sees them.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod agreement;
mod corpus;
mod files;
mod fuzzed;
mod lint;
mod load;
mod people;
mod recorder;
mod redaction;
mod redactor;
mod refusals;
mod replay;
mod round_trip;
mod scenario;
mod scripted;
mod server;
mod session;
mod strategies;
