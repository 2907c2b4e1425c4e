//! A bearer token in a session: one service in memory, one clock moved by hand.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod cancellation;
mod clocks;
mod failures;
mod lifetimes;
mod refresh;
mod refusals;
mod renewal;
mod secrets;
mod service;
mod sharing;
mod stores;
mod storms;
