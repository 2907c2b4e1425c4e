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

/// A configuration with an explicit provider: reqwest's own panics for want of one.
pub(crate) fn config(roots: Option<&[u8]>) -> Result<ClientConfig, BuildError> {
    let provider = provider().ok_or(BuildError::NoCryptoProvider)?;
    trusting(provider, roots).map_err(BuildError::NoRoots)
}

fn provider() -> Option<Arc<CryptoProvider>> {
    #[cfg(feature = "ring")]
    let fallback = Some(Arc::new(rustls::crypto::ring::default_provider()));
    #[cfg(not(feature = "ring"))]
    let fallback = None;
    CryptoProvider::get_default().cloned().or(fallback)
}

fn trusting(provider: Arc<CryptoProvider>, roots: Option<&[u8]>) -> Result<ClientConfig, BoxError> {
    let builder =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let Some(pem) = roots else {
        return Ok(builder.with_platform_verifier()?.with_no_client_auth());
    };
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        store.add(certificate?)?;
    }
    if store.is_empty() {
        return Err("the PEM text holds no certificate".into());
    }
    Ok(builder.with_root_certificates(store).with_no_client_auth())
}
