//! What verbs have in common, whatever they are about.

pub(crate) mod list;
pub(crate) mod unanswered;
