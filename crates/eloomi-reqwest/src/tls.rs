//! Who is trusted, and with whose cryptography.

use std::sync::Arc;

use eloomi_stack::{Trust, TrustError};
use rustls::{ClientConfig, crypto::CryptoProvider};

use crate::BuildError;

/// TLS with an explicit provider: reqwest's own panics for want of one.
pub(crate) fn config(trust: &Trust) -> Result<ClientConfig, BuildError> {
    let provider = provider().ok_or(BuildError::NoCryptoProvider)?;
    let config = trust.client_config(provider);
    config.map_err(|error| match error {
        TrustError::NoRoots(source) => BuildError::NoRoots(source),
        TrustError::InvalidRoots(source) => BuildError::InvalidRoots(source),
    })
}

/// The application's provider, or ring if that is built in.
fn provider() -> Option<Arc<CryptoProvider>> {
    #[cfg(feature = "ring")]
    let built_in = Some(Arc::new(rustls::crypto::ring::default_provider()));
    #[cfg(not(feature = "ring"))]
    let built_in = None;
    CryptoProvider::get_default().cloned().or(built_in)
}
