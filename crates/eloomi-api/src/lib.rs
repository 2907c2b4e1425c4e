//! The requests of the eloomi People REST API v3, one file each, and the [`Client`] that
//! sends them.
//!
//! A request is a plain value: what it must have are arguments of `new`, the rest are setters
//! named as the field is on the wire. It does nothing until a client sends it, so it can be
//! stored, printed, queued and sent again.

pub mod access_groups;
mod body;
mod client;
mod client_builder;
mod contradiction;
pub mod courses;
mod envelope;
mod identity;
mod inferred_path;
mod name;
pub mod open;
mod paging;
mod participation;
pub mod programs;
mod raw_list;
mod repetition;
pub mod teams;
pub mod units;
pub mod users;

pub use client::Client;
pub use client_builder::ClientBuilder;
pub use eloomi_core::{RawRequest, SetupError};
pub use raw_list::RawList;
