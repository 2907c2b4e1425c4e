//! Who is trusted, and with whose cryptography.

use std::sync::Arc;

use eloomi_core::BoxError;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::CryptoProvider,
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

/// TLS 1.2 and 1.3 with an explicit provider: reqwest's own panics for want of one.
pub(crate) fn config(trust: &Trust) -> Result<ClientConfig, BuildError> {
    let provider = provider().ok_or(BuildError::NoCryptoProvider)?;
    let builder = ClientConfig::builder_with_provider(provider)
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

/// The application's provider, or ring if that is built in.
fn provider() -> Option<Arc<CryptoProvider>> {
    #[cfg(feature = "ring")]
    let built_in = Some(Arc::new(rustls::crypto::ring::default_provider()));
    #[cfg(not(feature = "ring"))]
    let built_in = None;
    CryptoProvider::get_default().cloned().or(built_in)
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
