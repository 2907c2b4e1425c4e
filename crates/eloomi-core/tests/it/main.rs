//! The pipeline from outside: a script in place of the network, a clock moved by hand.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod answers;
mod budgets;
mod credentials;
mod deadlines;
mod errors;
mod logs;
#[cfg(feature = "mock")]
mod mocks;
mod outgoing;
mod pages;
mod privacy;
#[cfg(target_os = "linux")]
mod processes;
mod repetitions;
mod script;
mod send_all;
mod sessions;
#[cfg(target_os = "linux")]
mod shared_budgets;
mod things;
