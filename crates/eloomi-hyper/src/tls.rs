//! Who is trusted.

use std::sync::Arc;

use eloomi_core::BoxError;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject as _},
};
use rustls_platform_verifier::BuilderVerifierExt as _;

/// TLS 1.2 and 1.3 with ring, given explicitly: a library that sets the process-wide
/// provider races with the application that does.
pub(crate) fn config(roots: Option<&[u8]>, nobody: bool) -> Result<ClientConfig, BoxError> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?;
    let builder = match roots {
        _ if nobody => builder.with_root_certificates(RootCertStore::empty()),
        None => builder.with_platform_verifier()?,
        Some(pem) => {
            let mut store = RootCertStore::empty();
            for certificate in CertificateDer::pem_slice_iter(pem) {
                store.add(certificate?)?;
            }
            if store.is_empty() {
                return Err("the PEM text holds no certificate".into());
            }
            builder.with_root_certificates(store)
        }
    };
    Ok(builder.with_no_client_auth())
}
