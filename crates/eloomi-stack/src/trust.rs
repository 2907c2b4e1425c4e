//! Who is trusted.

use std::{error, fmt, sync::Arc};

use eloomi_core::BoxError;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::CryptoProvider,
    pki_types::{CertificateDer, pem::PemObject as _},
};
use rustls_platform_verifier::BuilderVerifierExt as _;

/// Whose certificates are accepted.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use eloomi_stack::{Trust, TrustError};
/// use rustls::{ClientConfig, crypto::ring};
///
/// fn of_the_company(authorities: &str) -> Result<ClientConfig, TrustError> {
///     let provider = Arc::new(ring::default_provider());
///     let mut tls = Trust::Only(authorities.into()).client_config(provider)?;
///     tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
///     Ok(tls)
/// }
/// # assert!(of_the_company("").is_err());
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum Trust {
    /// Those of the operating system's authorities.
    #[default]
    System,
    /// Those of the authorities in this PEM text.
    Only(Vec<u8>),
    /// Nobody's: there is nothing but plain HTTP on loopback.
    Nobody,
}

impl Trust {
    /// TLS 1.2 and 1.3 for a client without a certificate of its own, and without a word of the
    /// protocols above (ALPN).
    ///
    /// The provider is given explicitly: a library that sets the process-wide one races with the
    /// application that does, and without one rustls panics.
    ///
    /// # Errors
    ///
    /// [`TrustError`] if there is no certificate authority to trust, or those given cannot be
    /// read. [`Trust::Nobody`] meets neither.
    pub fn client_config(&self, provider: Arc<CryptoProvider>) -> Result<ClientConfig, TrustError> {
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| TrustError::NoRoots(error.into()))?;
        let builder = match self {
            Self::System => builder
                .with_platform_verifier()
                .map_err(|error| TrustError::NoRoots(error.into()))?,
            Self::Only(pem) => {
                builder.with_root_certificates(roots(pem).map_err(TrustError::InvalidRoots)?)
            }
            Self::Nobody => builder.with_root_certificates(RootCertStore::empty()),
        };
        Ok(builder.with_no_client_auth())
    }
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

/// Whoever was to be trusted cannot be.
///
/// Not `#[non_exhaustive]`: each stack has these kinds in an error of its own, and one more must
/// not be forgotten there.
#[derive(Debug)]
pub enum TrustError {
    /// There is nothing to check a server's certificate against, or nothing to check it with.
    NoRoots(BoxError),
    /// The certificate authorities given cannot be read, or there are none.
    InvalidRoots(BoxError),
}

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRoots(_) => "no certificate authority to trust",
            Self::InvalidRoots(_) => "the certificate authorities are no PEM certificates",
        })
    }
}

impl error::Error for TrustError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::NoRoots(source) | Self::InvalidRoots(source) => Some(&**source),
        }
    }
}
