//! What the HTTP stacks have in common: they are hyper and rustls underneath.
//!
//! A [`Transport`](eloomi_core::Transport) over either asks here what an error means, and whose
//! certificates are accepted. What it does besides is its own.
//!
//! | question | answered by |
//! |---|---|
//! | How far did a request get that failed? | [`phase`] |
//! | Is another try worth it, and when? | [`judged`] |
//! | What can a person do about it? | [`explained`], which [`judged`] asks by itself |
//! | Whose certificates are accepted? | [`Trust`] |
//! | Who finds the addresses of a host? | [`Names`] |
//!
//! # Examples
//!
//! ```
//! use eloomi_core::TransportError;
//! use eloomi_stack::{judged, phase};
//! use hyper_util::client::legacy;
//!
//! /// What the core must know of a request that got no head of an answer.
//! fn failed(error: legacy::Error) -> TransportError {
//!     judged(phase(&error), error)
//! }
//! ```

mod calm;
mod causes;
mod explained;
mod judged;
mod names;
mod permanent;
mod phase;
mod trust;
mod unresolved;

pub use explained::explained;
pub use judged::judged;
pub use names::{Addresses, Names};
pub use phase::phase;
pub use trust::{Trust, TrustError};
