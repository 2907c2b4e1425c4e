//! What the directory says: its types, with no I/O.
//!
//! Only the id of a person is required. Everything else may be missing, and what this version does
//! not know is kept. Each field says where it is known from: *measured* on a running server, or
//! *documented*, which where the two differ is older.

mod address;
mod city;
mod deleted;
mod error_body;
mod person;
mod role;
mod user_changes;
mod user_id;
mod user_page;

pub(crate) use deleted::Deleted;
pub(crate) use user_changes::UserChanges;

pub use address::Address;
pub use city::City;
pub use error_body::{ErrorBody, Validation};
pub use person::{Me, User};
pub use role::Role;
pub use user_id::{UserId, UserIdError};
pub use user_page::UserPage;
