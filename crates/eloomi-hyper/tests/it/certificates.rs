//! Servers that are not who they should be, or speak no TLS.

use std::error::Error;

use eloomi_core::{Phase, TransportError};
use tokio::io::AsyncWriteExt as _;

use crate::{
    secure::Identity,
    server::{Server, exchange, get, read_request},
    stack::builder,
    texts::assert_silent,
};

const TARGET: &str = "/mark-path?mark-query=1";

/// All that the error says, cause by cause.
fn text(error: &TransportError) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// Asks the server of `identity`, trusting `authority`.
async fn ask(identity: &Identity, authority: &str) -> Result<u16, TransportError> {
    let server = identity
        .start("http/1.1", |mut stream| async move {
            read_request(&mut stream).await;
            let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
            let _ = stream.write_all(answer).await;
            let _ = stream.shutdown().await;
        })
        .await;
    let transport = builder().trust_only(authority).build().unwrap();
    let answer = exchange(&transport, get(&server.secure_url(TARGET))).await;
    answer.map(|answer| answer.status().as_u16())
}

#[track_caller]
fn assert_refused_for_good(error: &TransportError) {
    assert_eq!(error.phase(), Phase::NotSent);
    assert!(error.is_permanent(), "{error:?}");
    assert_silent(error);
}

#[tokio::test]
async fn a_certificate_of_an_authority_that_is_trusted_is_accepted() {
    let identity = Identity::of("127.0.0.1");
    let status = ask(&identity, &identity.authority).await.unwrap();
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_certificate_of_another_authority_is_refused_for_good() {
    let stranger = Identity::of("other.example.com");
    let error = ask(&Identity::of("127.0.0.1"), &stranger.authority).await;
    let error = error.unwrap_err();
    assert_refused_for_good(&error);
    assert!(text(&error).contains("UnknownIssuer"), "{}", text(&error));
}

#[tokio::test]
async fn a_certificate_of_another_host_is_refused_for_good() {
    let identity = Identity::of("other.example.com");
    let error = ask(&identity, &identity.authority).await.unwrap_err();
    assert_refused_for_good(&error);
    assert!(text(&error).contains("not valid for"), "{}", text(&error));
}

#[tokio::test]
async fn a_certificate_out_of_date_makes_one_look_at_the_clock() {
    for years in [1990..2000, 3000..3001] {
        let identity = Identity::valid("127.0.0.1", years);
        let error = ask(&identity, &identity.authority).await.unwrap_err();
        assert_refused_for_good(&error);
        assert!(text(&error).contains("the clock"), "{}", text(&error));
    }
}

#[tokio::test]
async fn plain_http_where_tls_must_be_is_refused_for_good() {
    let server = Server::start(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        read_request(&mut stream).await;
    })
    .await;
    let transport = builder().build().unwrap();
    let error = exchange(&transport, get(&server.secure_url(TARGET))).await;
    let error = error.unwrap_err();
    assert_refused_for_good(&error);
    assert!(text(&error).contains("not TLS"), "{}", text(&error));
}

#[tokio::test]
async fn tls_where_plain_http_must_be_is_told() {
    // The alert `decode_error` (RFC 8446 §6.2).
    let server = Server::answering(vec![21, 3, 3, 0, 2, 2, 50]).await;
    let error = exchange(&builder().build().unwrap(), get(&server.url(TARGET))).await;
    let error = error.unwrap_err();
    assert!(text(&error).contains("not HTTP"), "{}", text(&error));
    assert_silent(&error);
}

#[tokio::test]
async fn a_server_of_tls_1_1_alone_is_refused_for_good() {
    let server = Server::start(|mut stream| async move {
        // The alert `protocol_version`, in a record of TLS 1.1 (RFC 4346 §7.2).
        let _ = stream.write_all(&[21, 3, 2, 0, 2, 2, 70]).await;
        read_request(&mut stream).await;
    })
    .await;
    let transport = builder().build().unwrap();
    let error = exchange(&transport, get(&server.secure_url(TARGET))).await;
    assert_refused_for_good(&error.unwrap_err());
}

#[tokio::test]
async fn a_handshake_that_is_cut_may_succeed_another_time() {
    let server = Server::start(|stream| async move { drop(stream) }).await;
    let transport = builder().build().unwrap();
    let error = exchange(&transport, get(&server.secure_url(TARGET))).await;
    let error = error.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
    assert!(!error.is_permanent(), "{error:?}");
}
