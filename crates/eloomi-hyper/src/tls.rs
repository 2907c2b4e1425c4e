//! Who is trusted, with ring.

use std::sync::Arc;

use eloomi_stack::{Trust, TrustError};
use rustls::{ClientConfig, crypto::ring};

use crate::BuildError;

/// TLS with ring, given explicitly: a library that sets the process-wide provider races with the
/// application that does.
pub(crate) fn config(trust: &Trust) -> Result<ClientConfig, BuildError> {
    let config = trust.client_config(Arc::new(ring::default_provider()));
    config.map_err(|error| match error {
        TrustError::NoRoots(source) => BuildError::NoRoots(source),
        TrustError::InvalidRoots(source) => BuildError::InvalidRoots(source),
    })
}
