use eloomi_sim::FaultServer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{GET, journal, serve};
use crate::client::{Failure, Loopback, tls_to, within};

async fn handshake(server: &FaultServer) -> Result<Loopback, Failure> {
    let root = server.root_certificate_der();
    within(tls_to(server.addr(), root, "localhost", &[])).await
}

/// What a client that trusts the root says of the certificate.
async fn complaint(tls: &str) -> String {
    let server = serve(&format!("tls = \"{tls}\"")).await;
    handshake(&server).await.unwrap_err().to_string()
}

#[tokio::test]
async fn a_self_signed_certificate_is_of_an_unknown_issuer() {
    let complaint = complaint("self-signed").await;
    assert!(complaint.contains("UnknownIssuer"), "{complaint}");
}

#[tokio::test]
async fn a_certificate_for_another_host_says_so() {
    let complaint = complaint("wrong-host").await;
    assert!(complaint.contains("other.example.com"), "{complaint}");
}

#[tokio::test]
async fn an_expired_certificate_is_expired() {
    let complaint = complaint("expired").await;
    assert!(complaint.contains("expired"), "{complaint}");
}

#[tokio::test]
async fn a_certificate_may_not_be_valid_yet() {
    let complaint = complaint("not-yet-valid").await;
    assert!(complaint.contains("not valid yet"), "{complaint}");
}

#[tokio::test]
async fn a_refused_handshake_is_told() {
    let server = serve(r#"tls = "expired""#).await;
    assert!(handshake(&server).await.is_err());
    assert_eq!(
        journal(&server).await,
        "connection 1\n  the TLS handshake failed\n"
    );
}

#[tokio::test]
async fn steps_are_done_in_tls_too() {
    let server = serve("tls = \"h1\"\nconnections = [[\"read\", { write = \"x\" }]]").await;
    let mut stream = handshake(&server).await.unwrap();
    stream.write_all(GET.as_bytes()).await.unwrap();
    let mut told = String::new();
    within(stream.read_to_string(&mut told)).await.unwrap();
    assert_eq!(told, "x");
}

#[tokio::test]
async fn tls_can_be_cut_off() {
    let script = r#"
        tls = "h1"
        connections = [["read", { write = "x" }, "fin_without_close_notify"]]
    "#;
    let server = serve(script).await;
    let mut stream = handshake(&server).await.unwrap();
    stream.write_all(GET.as_bytes()).await.unwrap();
    let cut = within(stream.read_to_end(&mut Vec::new())).await;
    assert_eq!(cut.unwrap_err().kind(), std::io::ErrorKind::UnexpectedEof);
}

#[tokio::test]
async fn the_url_names_the_host_of_the_certificate() {
    let server = serve(r#"tls = "h1""#).await;
    assert_eq!(
        server.base_url(),
        format!("https://localhost:{}", server.port())
    );
}

#[tokio::test]
async fn without_tls_there_is_nothing_to_trust() {
    assert_eq!(serve("").await.root_certificate_pem(), None);
}
