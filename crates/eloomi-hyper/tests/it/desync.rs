//! Bytes that belong to no answer, or to another one.

use bytes::Bytes;
use eloomi_core::Transport as _;
use tokio::io::AsyncWriteExt as _;

use crate::{
    server::{Server, exchange, get, read_request},
    stack::transport,
};

/// Answers `/first` with these bytes and all else with `{}`, as long as a connection lasts.
async fn answering_first(first: &'static str) -> Server {
    Server::start(move |mut stream| async move {
        loop {
            let request = read_request(&mut stream).await;
            let answer = if request.is_empty() {
                return;
            } else if request.starts_with(b"GET /first ") {
                first
            } else {
                "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"
            };
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
        }
    })
    .await
}

/// The body of the request after the first, and how many connections it took.
async fn second_after(first: &'static str) -> (Bytes, usize) {
    let server = answering_first(first).await;
    let transport = transport();
    exchange(&transport, get(&server.url("/first")))
        .await
        .unwrap();
    let answer = exchange(&transport, get(&server.url("/second"))).await;
    (answer.unwrap().into_body(), server.connections())
}

#[tokio::test]
async fn bytes_after_a_204_are_not_the_next_answer() {
    for first in [
        "HTTP/1.1 204 No Content\r\n\r\n{\"status\": 200}",
        "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\n[]",
    ] {
        assert_eq!(second_after(first).await, ("{}".into(), 2));
    }
}

#[tokio::test]
async fn an_answer_too_many_is_not_the_next_answer() {
    let first = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]\
                 HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]";
    assert_eq!(second_after(first).await, ("{}".into(), 2));
}

#[tokio::test]
async fn a_connection_of_http_1_0_is_not_used_again() {
    let first = "HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n[]";
    assert_eq!(second_after(first).await, ("{}".into(), 2));
}

#[tokio::test]
async fn two_lengths_are_an_error() {
    let first = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ";
    let server = answering_first(first).await;
    let answered = transport().send(get(&server.url("/first"))).await;
    assert!(answered.is_err());
}

#[tokio::test]
async fn chunks_count_more_than_a_length() {
    let first = "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n\
                 2\r\n[]\r\n0\r\n\r\n";
    let server = answering_first(first).await;
    let answer = exchange(&transport(), get(&server.url("/first"))).await;
    assert_eq!(answer.unwrap().body(), "[]");
}
