//! The stack on real sockets of loopback.
//!
//! The modules beside this file are those of the other stack too: `eloomi-reqwest` has them
//! by path, so that both promise the same. Only `stack` differs.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod answers;
mod certificates;
mod connections;
mod desync;
mod frames;
mod heads;
mod names;
mod only_hyper;
mod phases;
mod proxies;
mod secure;
mod server;
mod stack;
mod stalled;
mod texts;
mod truncation;
mod unprocessed;
mod wire;
