//! The client against the simulator, over real sockets: every test on every stack (hyper,
//! reqwest, a tower service) and in every protocol (HTTP/1.1 in the clear, HTTP/1.1 and HTTP/2 in TLS), with
//! one snapshot for all of them.
//!
//! `cargo xtask test --stack hyper` leaves the tests named `on_reqwest…` out.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

#[macro_use]
mod everywhere;
mod access_groups;
mod api_document;
mod budget;
mod canary;
mod courses;
mod exchanges;
mod failed_answers;
mod faults;
mod get_user;
mod ground;
mod list_users;
mod open;
mod open_end;
mod options;
#[cfg(unix)]
mod processes;
mod programs;
mod random_scripts;
mod rate_limit;
mod recordings;
mod redaction;
mod refused_credentials;
mod scenarios;
mod seen;
mod teams;
mod tls;
mod tokens;
mod tower_stack;
mod unit_tree;
mod units;
mod write_users;
