//! The stack on real sockets of loopback.
//!
//! The modules beside this file are those of the other stack too: `eloomi-reqwest` has them
//! by path, so that both promise the same. Only `stack` differs.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod answers;
mod connections;
mod phases;
mod proxies;
mod server;
mod stack;
mod texts;
mod wire;
