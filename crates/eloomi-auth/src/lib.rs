//! From credentials to a bearer token (RFC 6749, RFC 6750).
//!
//! [`ClientCredentials`] are what a service handed out. [`CreateToken`] exchanges them for a
//! [`Token`], an endpoint like any other. [`Bearer`] keeps the token, puts it on requests,
//! renews it early, and makes one token request for however many callers need one.
//!
//! Secrets live in `secrecy` types: wiped when dropped, and never printed by any `Debug`,
//! `Display` or error. Copies that cannot be wiped remain in the buffers of the HTTP stack.

mod access_token;
mod bearer;
mod challenge;
mod client_credentials;
mod create_token;
mod lifetime;
mod negative_cache;
mod oauth_error;
mod token_cell;
mod token_response;

pub use access_token::{AccessToken, Token};
pub use bearer::Bearer;
pub use client_credentials::ClientCredentials;
pub use create_token::CreateToken;
pub use lifetime::Lifetime;
pub use oauth_error::{OAuthError, OAuthErrorCode};
