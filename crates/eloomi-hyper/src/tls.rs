//! Who is trusted.

use std::sync::Arc;

use eloomi_core::BoxError;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject as _},
};
use rustls_platform_verifier::BuilderVerifierExt as _;

use crate::BuildError;

/// Whose certificates are accepted.
#[derive(Clone, Debug, Default)]
pub(crate) enum Trust {
    /// Those of the operating system's authorities.
    #[default]
    System,
    /// Those of the authorities in this PEM text.
    Only(Vec<u8>),
    /// Nobody's: there is nothing but plain HTTP on loopback.
    Nobody,
}

/// TLS 1.2 and 1.3 with ring, given explicitly: a library that sets the process-wide
/// provider races with the application that does.
pub(crate) fn config(trust: &Trust) -> Result<ClientConfig, BuildError> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| BuildError::NoRoots(error.into()))?;
    let builder = match trust {
        Trust::System => builder
            .with_platform_verifier()
            .map_err(|error| BuildError::NoRoots(error.into()))?,
        Trust::Only(pem) => {
            builder.with_root_certificates(roots(pem).map_err(BuildError::InvalidRoots)?)
        }
        Trust::Nobody => builder.with_root_certificates(RootCertStore::empty()),
    };
    Ok(builder.with_no_client_auth())
}

/// The authorities in a PEM text; at least one.
fn roots(pem: &[u8]) -> Result<RootCertStore, BoxError> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        roots.add(certificate?)?;
    }
    if roots.is_empty() {
        return Err("there is none in the text".into());
    }
    Ok(roots)
}
