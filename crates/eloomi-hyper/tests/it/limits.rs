//! Limits that only this stack sets by itself.

use eloomi_core::Transport as _;

use crate::{
    server::{Server, exchange, get},
    stack::{builder, transport},
};

async fn with_a_head_of(kibibytes: usize) -> Server {
    let long = "x".repeat(kibibytes * 1024);
    Server::answering(format!(
        "HTTP/1.1 200 OK\r\nx-long: {long}\r\ncontent-length: 0\r\n\r\n"
    ))
    .await
}

#[tokio::test]
async fn a_head_of_200_kibibytes_is_too_large() {
    let server = with_a_head_of(200).await;
    let answered = transport().send(get(&server.url("/"))).await;
    assert!(answered.is_err());
}

#[tokio::test]
async fn a_head_as_large_as_was_set_is_read() {
    let server = with_a_head_of(200).await;
    let transport = builder().max_headers(300 * 1024).build().unwrap();
    let answered = exchange(&transport, get(&server.url("/"))).await;
    assert_eq!(answered.unwrap().status(), 200);
}

#[tokio::test]
async fn a_limit_below_that_of_hyper_is_raised_to_it() {
    let server = with_a_head_of(4).await;
    let transport = builder().max_headers(1).build().unwrap();
    let answered = exchange(&transport, get(&server.url("/"))).await;
    assert_eq!(answered.unwrap().status(), 200);
}
