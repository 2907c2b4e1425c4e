//! TLS with a certificate made at the start and trusted by nobody.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::version::{TLS12, TLS13};

use crate::error::{StartError, StartErrorKind};

/// Whether the simulator speaks TLS, and what it offers inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tls {
    /// Plain HTTP: HTTP/1.1, and HTTP/2 for clients that begin with it.
    #[default]
    Off,
    /// TLS that offers HTTP/1.1 only.
    H1Only,
    /// TLS that offers HTTP/2 and HTTP/1.1.
    H1AndH2,
}

/// The certificate authority of one simulator, which a client must be told to trust.
#[derive(Clone, Debug)]
pub(crate) struct Root {
    pub(crate) pem: String,
    pub(crate) der: Vec<u8>,
}

/// Makes an authority and a certificate for loopback.
pub(crate) fn prepare(tls: Tls) -> Result<Option<(TlsAcceptor, Root)>, StartError> {
    let protocols: &[&[u8]] = match tls {
        Tls::Off => return Ok(None),
        Tls::H1Only => &[b"http/1.1"],
        Tls::H1AndH2 => &[b"h2", b"http/1.1"],
    };
    let (chain, key, root) = certify().map_err(failed)?;
    let provider = Arc::new(ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13, &TLS12])
        .map_err(failed)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(failed)?;
    config.alpn_protocols = protocols.iter().map(|name| name.to_vec()).collect();
    Ok(Some((TlsAcceptor::from(Arc::new(config)), root)))
}

type Certified = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>, Root);

fn certify() -> Result<Certified, rcgen::Error> {
    let mut authority = CertificateParams::new(vec![])?;
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let name = "eloomi-sim, trusted by nobody";
    authority.distinguished_name.push(DnType::CommonName, name);
    let authority_key = KeyPair::generate()?;
    let root = authority.self_signed(&authority_key)?;
    let issuer = Issuer::new(authority, authority_key);

    let names = ["localhost", "127.0.0.1", "::1"].map(str::to_owned);
    let mut leaf = CertificateParams::new(names)?;
    leaf.distinguished_name
        .push(DnType::CommonName, "eloomi-sim");
    let leaf_key = KeyPair::generate()?;
    let certificate = leaf.signed_by(&leaf_key, &issuer)?;

    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(leaf_key.serialize_der()));
    let root = Root {
        pem: root.pem(),
        der: root.der().to_vec(),
    };
    Ok((vec![certificate.der().clone()], key, root))
}

fn failed(source: impl std::error::Error + Send + Sync + 'static) -> StartError {
    StartError::with(StartErrorKind::Certificate, source)
}
