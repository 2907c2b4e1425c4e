//! One budget for all processes of a host: its slots stand in a file.
//!
//! ```text
//! <directory>/<name>.v1     header and slots                   record, table
//! <directory>/<name>.lock   held while they are read and written     slot_file
//! ```
//!
//! The guarantee is that of the slots in memory, and so is its proof: a slot is used again a
//! window after the answer to its last request, whoever sent it. What a file adds:
//!
//! - Its times come from a clock that all processes read, and that starts with the host
//!   ([`host_clock`]). A file from before the last start tells nothing, so all slots cool down.
//! - Whoever takes a slot may die. So a slot is taken for a time, the *lease*: as long as the
//!   request may be under way. A slot that nobody settles cools down from the end of its lease.
//! - Files are damaged and deleted. What cannot be read is made anew with every slot cooling
//!   down; one that never was begins with every slot free. The lock file tells them apart: it
//!   has a text in it once there were slots.
//! - A file that cannot be used for sure leaves each process its part of the budget
//!   ([`Unshared`](super::Unshared)), and not before the slots have cooled down that others may
//!   have taken.
//!
//! A lease is a promise that a process which stands still for longer (stopped by a debugger,
//! say, between taking its slot and sending) does not keep.

mod host_clock;
#[cfg(target_os = "linux")]
mod network_drive;
#[cfg_attr(not(unix), path = "shared/no_private_file.rs")]
mod private_file;
mod record;
mod shared_budget;
mod slot_file;
mod table;
mod unshared;

#[cfg(test)]
pub(crate) use host_clock::by_hand::HandSet;
pub use shared_budget::SharedBudget;
pub(crate) use slot_file::{NotTaken, SlotFile};
pub(crate) use table::Claim;
pub use unshared::Unshared;
