//! What the tree says of the API: read from its files, so that no list of names must be kept.
//!
//! Every reader is a function of a [`Files`](files::Files), a set of texts in memory. So a test
//! can take one text away and see who notices.

pub(crate) mod behaviours;
pub(crate) mod document;
pub(crate) mod exchanges;
pub(crate) mod files;
pub(crate) mod inferred_groups;
pub(crate) mod open_groups;
pub(crate) mod path;
pub(crate) mod quirks_page;
pub(crate) mod requests;
pub(crate) mod rust;
pub(crate) mod service;
pub(crate) mod simulator;
pub(crate) mod snapshots;
pub(crate) mod tests_by_name;
pub(crate) mod used_exchanges;
pub(crate) mod yaml;
