//! What tells one item of a list from another where no number does.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// The [identity](crate::List::identity) of an item that is a text, or has an id that is one.
///
/// The same text has the same identity for as long as the program runs, and no longer. That two
/// texts of a list of a million have the same one is as likely as one in 37 million.
///
/// ```
/// use eloomi_core::identity_of_text;
///
/// assert_eq!(identity_of_text("a7"), identity_of_text("a7"));
/// assert_ne!(identity_of_text("a7"), identity_of_text("a8"));
/// ```
pub fn identity_of_text(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
