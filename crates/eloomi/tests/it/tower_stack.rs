//! A stack of one's own, as a consumer builds it from a tower service.

use eloomi::{Body, BoxError, Phase, TowerTransport};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, Error, connect::HttpConnector},
    rt::TokioExecutor,
};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject as _},
};
use tower::util::BoxCloneService;

/// hyper's pooled client in a box, which is `Send` and not `Sync`.
type Service = BoxCloneService<http::Request<Body>, http::Response<hyper::body::Incoming>, Error>;

pub(crate) fn transport(roots: Option<String>) -> TowerTransport<Service> {
    let client: Client<HttpsConnector<HttpConnector>, Body> =
        Client::builder(TokioExecutor::new()).build(connector(roots));
    TowerTransport::new(BoxCloneService::new(client), |error: &BoxError| match error
        .downcast_ref::<Error>()
    {
        Some(error) if error.is_connect() => Phase::NotSent,
        _ => Phase::MaybeSent,
    })
}

fn connector(roots: Option<String>) -> HttpsConnector<HttpConnector> {
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(roots.unwrap_or_default().as_bytes()) {
        store.add(certificate.unwrap()).unwrap();
    }
    let tls = ClientConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(store)
        .with_no_client_auth();
    HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_all_versions()
        .build()
}
