//! The stack on real sockets of loopback.
//!
//! The modules with a path are those of `eloomi-hyper`: both stacks promise the same.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod provider;

#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/answers.rs"]
mod answers;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/certificates.rs"]
mod certificates;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/connections.rs"]
mod connections;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/desync.rs"]
mod desync;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/frames.rs"]
mod frames;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/heads.rs"]
mod heads;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/names.rs"]
mod names;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/phases.rs"]
mod phases;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/proxies.rs"]
mod proxies;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/secure.rs"]
mod secure;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/server.rs"]
mod server;
#[cfg(feature = "ring")]
mod stack;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/stalled.rs"]
mod stalled;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/texts.rs"]
mod texts;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/truncation.rs"]
mod truncation;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/unprocessed.rs"]
mod unprocessed;
#[cfg(feature = "ring")]
#[path = "../../../eloomi-hyper/tests/it/wire.rs"]
mod wire;
