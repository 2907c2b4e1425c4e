//! People.

mod add_user_to_team;
mod by_key;
mod create_user;
mod delete_user;
mod get_user;
mod list_users;
mod setters;
mod update_user;
mod user_body;

pub use add_user_to_team::AddUserToTeam;
pub use create_user::CreateUser;
pub use delete_user::DeleteUser;
pub use get_user::GetUser;
pub use list_users::ListUsers;
pub use update_user::UpdateUser;
