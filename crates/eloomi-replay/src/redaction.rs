//! The rules of redaction: what may be written of an exchange, and as what.
//!
//! Everything is an allow list. What no rule names is not written.

mod error;
mod file;
mod invented;
mod known_text;
mod operation;
mod rule;
mod rules;

pub use error::RedactionError;
pub(crate) use invented::Invented;
pub(crate) use known_text::{Hole, KnownText};
pub(crate) use operation::{Operation, Segment};
pub(crate) use rule::{Kind, Rule};
pub use rules::Redaction;
