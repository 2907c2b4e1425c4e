use std::io::ErrorKind;
use std::time::Duration;

use tokio::net::TcpStream;

use super::{connect, serve};
use crate::client::within;

#[tokio::test]
async fn a_closed_port_refuses() {
    let server = serve(r#"listen = "closed""#).await;
    let refused = within(TcpStream::connect(server.addr())).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::ConnectionRefused);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_full_backlog_lets_connections_hang() {
    let server = serve(r#"listen = "full-backlog""#).await;
    #[expect(
        clippy::disallowed_methods,
        reason = "real sockets need a real time limit"
    )]
    let connected = tokio::time::timeout(
        Duration::from_millis(300),
        TcpStream::connect(server.addr()),
    )
    .await;
    assert!(connected.is_err(), "{connected:?}");
}

#[tokio::test]
async fn an_open_port_is_on_loopback() {
    let server = serve("").await;
    let stream = connect(&server).await;
    assert!(stream.peer_addr().unwrap().ip().is_loopback());
}

#[tokio::test]
async fn the_url_holds_the_port() {
    let server = serve("").await;
    assert_eq!(
        server.base_url(),
        format!("http://127.0.0.1:{}", server.port())
    );
}
