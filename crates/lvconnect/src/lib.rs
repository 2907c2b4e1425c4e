//! Client for the **LvConnect staff directory**: people with roles, behind OAuth tokens with scopes.
//!
//! Companies that keep their people there read from it, or write to it. Where its documents and a
//! running server differ, the server is right, and what the documents say is read as well. Each
//! fact says whether it is documented or measured.
//!
//! ```no_run
//! use eloomi_auth::ClientCredentials;
//! use eloomi_core::Transport;
//! use lvconnect::{Client, ListUsers};
//!
//! # async fn example(
//! #     transport: impl Transport + 'static,
//! # ) -> Result<(), Box<dyn std::error::Error>> {
//! let secret = std::env::var("LVCONNECT_CLIENT_SECRET")?;
//! let login = ClientCredentials::new("app-reader", secret);
//! let client = Client::builder("https://staff.example.com", login, transport).build()?;
//! let mut people = client.stream(ListUsers::new().search("Tess"));
//! while let Some(user) = people.next().await {
//!     println!("{}", user?.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Errors
//!
//! Every refusal is an [`eloomi_core::Error`] with a kind, and holds a [`Refusal`] that says why:
//!
//! | what comes | kind | [`Reason`] | sent again |
//! |---|---|---|---|
//! | 400 about fields, which [`Refusal::fields`] names | `Rejected` | [`Invalid`](Reason::Invalid) | no |
//! | 400 about the body, or the id in the path | `Rejected` | [`InvalidBody`](Reason::InvalidBody), [`InvalidId`](Reason::InvalidId) | no |
//! | 400 because the address is taken | `Rejected` | [`EmailTaken`](Reason::EmailTaken) | no |
//! | 400 and nothing else | `Rejected` | [`HeadTooLarge`](Reason::HeadTooLarge) | no |
//! | 401 | `Unauthorized` | [`TokenExpired`](Reason::TokenExpired), [`InvalidToken`](Reason::InvalidToken) | once, with a fresh token |
//! | 401 | `Unauthorized` | [`UserDisabled`](Reason::UserDisabled), [`MissingToken`](Reason::MissingToken) | no |
//! | 403 | `Forbidden` | [`OutOfScope`](Reason::OutOfScope), [`InsufficientRights`](Reason::InsufficientRights) | no; the message says what the call needs |
//! | 404 | `NotFound` | [`NoSuchUser`](Reason::NoSuchUser), [`NothingThere`](Reason::NothingThere) | no |
//! | 413, 415 | `Rejected` | [`BodyTooLarge`](Reason::BodyTooLarge), [`MediaType`](Reason::MediaType) | no |
//! | 500 in the service's own words | `Service` | [`Failed`](Reason::Failed) | no: it is mostly about what was sent |
//! | 200 with an HTML page | `Decode` | [`WrongPath`](Reason::WrongPath) | no |
//! | 502, 503, 504 and the like, of a proxy | `Service` | [`Other`](Reason::Other) | as any request |
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `jiff` | no | instants parse on demand into `jiff` timestamps |
//! | `mock` | no | `MockTransport`, `MockClock` and `MockTokenStore`, written by mockall |

mod body;
mod client;
mod client_builder;
mod create_user;
mod delete_user;
mod escaped;
mod fields;
mod get_me;
mod get_user;
mod judge;
mod list_users;
mod login;
mod model;
mod needs;
mod reason;
mod refusal;
mod target;
mod tokens;
mod update_user;

pub use client::Client;
pub use client_builder::ClientBuilder;
pub use create_user::CreateUser;
pub use delete_user::DeleteUser;
/// For the setters of an update: left, cleared or set.
pub use eloomi_wire::Patch;
pub use get_me::GetMe;
pub use get_user::GetUser;
pub use list_users::ListUsers;
pub use login::Login;
pub use model::{
    Address, City, ErrorBody, Me, Role, User, UserId, UserIdError, UserPage, Validation,
};
pub use reason::Reason;
pub use refusal::Refusal;
pub use tokens::TOKENS;
pub use update_user::UpdateUser;
