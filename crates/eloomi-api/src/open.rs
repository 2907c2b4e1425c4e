//! Groups that eloomi names and nobody has documented.
//!
//! Their names are all that is known: in the documentation of 2018, in a readme, or because other
//! calls take ids of theirs. So all of them have the same five requests and one type of answer,
//! [`OpenResource`](eloomi_model::OpenResource), and each request can be sent to another path with
//! `.at("/v3/…")`. [`Group`] tells what is known of each.

mod create_open;
mod delete_open;
mod fields;
mod get_open;
mod group;
mod list_open;
mod place;
mod update_open;

pub use create_open::CreateOpen;
pub use delete_open::DeleteOpen;
pub use get_open::GetOpen;
pub use group::{Group, GroupError};
pub use list_open::ListOpen;
pub use update_open::UpdateOpen;
