//! What is written of an exchange: by the rules, or not at all.

mod body;
mod dates;
mod exchange;
mod forms;
mod headers;
mod members;
mod pseudonyms;
mod secrets;
mod targets;
mod unknown;
mod values;

pub use exchange::{Redacted, Redactor};
pub use unknown::UnknownPath;
