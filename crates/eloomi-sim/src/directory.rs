//! The staff directory `LvConnect`: people, and tokens of four grants.
//!
//! It is built from what a running server did; `behaviours` names what was seen.

mod app;
mod basic;
mod builder;
mod caller;
mod cors;
mod email;
mod fields;
mod given;
mod handle;
mod html;
mod ids;
mod instant;
mod invent;
mod payload;
mod person;
mod phone;
mod refusal;
mod reply;
mod routes;
mod rules;
mod search;
mod seed;
mod service;
mod stored;
mod tokens;
mod world;

pub use builder::DirectoryBuilder;
pub use handle::Directory;
