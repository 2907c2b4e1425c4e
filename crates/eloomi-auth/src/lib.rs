//! From credentials to a bearer token (RFC 6749, RFC 6750), with no word of any service.
//!
//! [`ClientCredentials`] are what a service handed out. [`CreateToken`] exchanges them for a
//! [`Token`], an endpoint like any other; so it does with a password, an authorization code
//! ([`Authorization`]) or a refresh token, in the form that a [`TokenEndpoint`] says. [`Bearer`]
//! keeps the token, puts it on requests, renews it early, and makes one token request for however
//! many callers need one. [`StaticToken`] and [`StaticHeader`] are for what is never renewed.
//!
//! A [`TokenStore`] keeps tokens beyond a `Bearer`: [`MemoryTokenStore`], or a file or the keyring
//! that processes share. Nothing is kept unless you say where.
//!
//! Secrets live in `secrecy` types: wiped when dropped, and never printed by any `Debug`,
//! `Display` or error. Copies that cannot be wiped remain in the buffers of the HTTP stack, and of
//! the JSON that is sent, read and stored.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `token-file` | no | `FileTokenStore`, on Unix |
//! | `keyring` | no | `KeyringTokenStore`: on Linux it builds a client of D-Bus, a hundred packages |
//! | `random` | no | `State::random`, for the authorization code grant |
//! | `mock` | no | `MockTokenStore`, written by mockall |

mod access_token;
mod authorization;
mod bearer;
mod challenge;
mod client_credentials;
mod create_token;
mod form;
mod grant;
mod lifetime;
mod negative_cache;
mod oauth_error;
mod refresh_token;
mod scope;
mod static_token;
mod store;
mod token_cell;
mod token_endpoint;
mod token_refusal;
mod token_response;

pub use access_token::{AccessToken, Token};
pub use authorization::{Authorization, AuthorizationCode, State, StateError};
pub use bearer::Bearer;
pub use client_credentials::ClientCredentials;
pub use create_token::CreateToken;
pub use grant::Grant;
pub use lifetime::Lifetime;
pub use oauth_error::{OAuthError, OAuthErrorCode};
pub use refresh_token::RefreshToken;
pub use scope::Scope;
pub use static_token::{StaticHeader, StaticToken};
#[cfg(all(feature = "token-file", unix))]
pub use store::FileTokenStore;
#[cfg(feature = "keyring")]
pub use store::KeyringTokenStore;
#[cfg(feature = "mock")]
pub use store::MockTokenStore;
pub use store::{
    MemoryTokenStore, StoreError, StoreErrorKind, StoreKey, StoreLock, StoredToken, TokenStore,
};
pub use token_endpoint::TokenEndpoint;
