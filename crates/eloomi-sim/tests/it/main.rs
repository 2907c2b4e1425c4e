//! The simulator from outside: real sockets on loopback, and a client of hyper's own.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod client;
mod get_user;
mod journal;
mod limit;
mod list_users;
mod people;
mod refusals;
mod script;
mod start_and_stop;
mod tls;
mod token;
