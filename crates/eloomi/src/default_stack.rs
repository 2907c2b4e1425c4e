//! The client that most people want.

use eloomi_api::{Client, SetupError};
use eloomi_auth::ClientCredentials;
use eloomi_hyper::HyperTransport;

/// A client for `https://api.eloomi.com` over the default stack. Connects to nothing until
/// the first request.
///
/// For another base URL, stack or clock: [`Client::builder`].
///
/// # Errors
///
/// [`SetupError`] if this machine has no certificate authorities to trust, or the client id
/// cannot stand in a header.
pub fn client(credentials: ClientCredentials) -> Result<Client, SetupError> {
    let transport = HyperTransport::new()
        .map_err(|error| SetupError::new("the HTTP stack cannot be set up").source(error))?;
    Client::builder(credentials, transport).build()
}
