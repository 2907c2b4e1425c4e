//! Which connection a request takes.

use std::time::Duration;

use eloomi_core::{Clock as _, SystemClock};
use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use crate::{
    server::{Server, exchange, get, read_request},
    stack::transport,
};

/// Answers every request, and leaves the connection open.
async fn stay(mut stream: TcpStream) {
    while !read_request(&mut stream).await.is_empty() {
        let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
        stream.write_all(answer.as_bytes()).await.unwrap();
    }
}

#[tokio::test]
async fn a_connection_just_used_is_used_again() {
    let server = Server::start(stay).await;
    let transport = transport();
    for _ in 0..3 {
        exchange(&transport, get(&server.url("/"))).await.unwrap();
    }
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn clones_share_connections() {
    let server = Server::start(stay).await;
    let transport = transport();
    exchange(&transport.clone(), get(&server.url("/")))
        .await
        .unwrap();
    exchange(&transport, get(&server.url("/"))).await.unwrap();
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_connection_idle_for_four_seconds_is_not_used_again() {
    let server = Server::start(stay).await;
    let transport = transport();
    exchange(&transport, get(&server.url("/"))).await.unwrap();
    SystemClock::new().sleep(Duration::from_millis(4200)).await;
    exchange(&transport, get(&server.url("/"))).await.unwrap();
    assert_eq!(server.connections(), 2);
}
