//! TLS with a certificate made at the start and trusted by nobody.

use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
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
    with_flaw(Flaw::None, protocols).map(Some)
}

/// What is wrong with a certificate on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    None,
    /// Signed by itself, not by the root that comes with it.
    SelfSigned,
    /// Made out to another host.
    WrongHost,
    Expired,
    NotYetValid,
}

/// Makes an authority and a certificate for loopback with this flaw, for these ALPN protocols.
pub(crate) fn with_flaw(
    flaw: Flaw,
    protocols: &[&[u8]],
) -> Result<(TlsAcceptor, Root), StartError> {
    let (chain, key, root) = certify(flaw).map_err(failed)?;
    let provider = Arc::new(ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13, &TLS12])
        .map_err(failed)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(failed)?;
    config.alpn_protocols = protocols.iter().map(|name| name.to_vec()).collect();
    Ok((TlsAcceptor::from(Arc::new(config)), root))
}

type Certified = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>, Root);

fn certify(flaw: Flaw) -> Result<Certified, rcgen::Error> {
    let mut authority = CertificateParams::new(vec![])?;
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let name = "eloomi-sim, trusted by nobody";
    authority.distinguished_name.push(DnType::CommonName, name);
    let authority_key = KeyPair::generate()?;
    let root = authority.self_signed(&authority_key)?;
    let issuer = Issuer::new(authority, authority_key);

    let names: &[&str] = match flaw {
        Flaw::WrongHost => &["other.example.com"],
        _ => &["localhost", "127.0.0.1", "::1"],
    };
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let mut leaf = CertificateParams::new(names)?;
    match flaw {
        Flaw::Expired => leaf.not_after = date_time_ymd(2001, 1, 1),
        Flaw::NotYetValid => leaf.not_before = date_time_ymd(3001, 1, 1),
        Flaw::None | Flaw::SelfSigned | Flaw::WrongHost => {}
    }
    leaf.distinguished_name
        .push(DnType::CommonName, "eloomi-sim");
    let leaf_key = KeyPair::generate()?;
    let certificate = match flaw {
        Flaw::SelfSigned => leaf.self_signed(&leaf_key)?,
        _ => leaf.signed_by(&leaf_key, &issuer)?,
    };

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
