//! Exchanges as a consumer of the crate sees them.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod files;
mod replay;
mod round_trip;
mod strategies;
