//! People.

mod by_key;
mod get_user;
mod list_users;

pub use get_user::GetUser;
pub use list_users::ListUsers;
