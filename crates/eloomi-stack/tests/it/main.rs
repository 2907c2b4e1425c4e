//! Errors and texts as they are, without a socket: what a server does to bring them about is
//! tried in the adapters' tests.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod errors;
mod trust;
