//! The verbs, whatever they are about. What a kind of thing says of itself stands in its
//! [`Noun`](crate::noun::Noun), its [`Record`](crate::output::Record) and its
//! [`Changes`](crate::fields::Changes).

pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod dry_run;
pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod one;
pub(crate) mod paging;
pub(crate) mod unanswered;
pub(crate) mod update;
pub(crate) mod write;
