//! Keeping to a service's rate limit: never too many requests in any window, and nearly as
//! many as there may be.
//!
//! ```text
//! lanes      whose turn it is                                 lanes, queue
//! slots      a free one of the budget: the guarantee          slots, own_slots, shared
//! pacer      not all of them at once: politeness              pacer
//! foreign    less, while somebody else spends the same budget  foreign
//! stop       nothing, after a 429                             machine
//! ```
//!
//! The parts are put together in [`Machine`], which gets the time as an argument; [`Limiter`](limiter::Limiter) is the mutex, the clock and the wakers around it.

mod budget;
mod foreign;
mod lanes;
mod limiter;
mod machine;
mod own_slots;
mod pacer;
mod permit;
#[cfg(test)]
mod proof;
mod queue;
mod shared;
mod sharing;
mod slots;
mod stats;
mod told;

pub use budget::Budget;
pub use lanes::Lane;
pub(crate) use limiter::{Limiter, TooLong};
pub(crate) use machine::Machine;
pub(crate) use permit::Permit;
pub use shared::{SharedBudget, Unshared};
pub use sharing::Sharing;
pub use stats::LimitStats;
