//! Whether a call that failed is sent again, and after how long.
//!
//! ```text
//! rule       may it be sent again at all: how far it got × what may be repeated × status   rule
//! attempts   how often                                                                attempts.rs
//! quota      how much all calls together may repeat                                        quota
//! backoff    how long to wait                                                              backoff
//! ```
//!
//! The loop itself is in `attempts.rs`, which asks these in that order.

mod backoff;
mod quota;
mod rule;

pub(crate) use backoff::Backoff;
pub(crate) use quota::{Cost, Quota};
pub(crate) use rule::{Failed, may_repeat};
