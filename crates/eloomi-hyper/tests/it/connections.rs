//! Which connection a request takes.

use std::{
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
    time::Duration,
};

use eloomi_core::{Clock as _, SystemClock, Transport as _};
use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use crate::{
    server::{Server, exchange, get, read_request},
    stack::{builder, transport},
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
async fn a_connection_idle_for_longer_than_was_set_is_not_used_again() {
    let server = Server::start(stay).await;
    let builder = builder().idle_timeout(Duration::from_millis(50));
    let transport = builder.build().unwrap();
    exchange(&transport, get(&server.url("/"))).await.unwrap();
    SystemClock::new().sleep(Duration::from_millis(300)).await;
    exchange(&transport, get(&server.url("/"))).await.unwrap();
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn a_connection_that_did_not_answer_in_time_is_not_used_again() {
    let connections = AtomicUsize::new(0);
    let server = Server::start(move |stream| {
        let is_first = connections.fetch_add(1, SeqCst) == 0;
        async move {
            if is_first {
                let _silent = stream;
                std::future::pending::<()>().await;
            } else {
                stay(stream).await;
            }
        }
    })
    .await;
    let transport = transport();
    tokio::select! {
        _ = transport.send(get(&server.url("/"))) => unreachable!("nobody answers"),
        () = SystemClock::new().sleep(Duration::from_millis(100)) => {}
    }
    exchange(&transport, get(&server.url("/"))).await.unwrap();
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn a_connection_that_the_server_closed_while_idle_is_replaced_even_for_a_write() {
    let server = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    let transport = transport();
    exchange(&transport, get(&server.url("/"))).await.unwrap();
    SystemClock::new().sleep(Duration::from_millis(200)).await;
    let mut write = get(&server.url("/"));
    *write.method_mut() = http::Method::POST;
    exchange(&transport, write).await.unwrap();
    assert_eq!(server.connections(), 2);
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
