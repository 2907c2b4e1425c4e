//! Heads that no honest server sends.

use eloomi_core::Transport as _;

use crate::{
    frames::Http2,
    secure::Identity,
    server::{Server, exchange, get},
    stack::{builder, transport},
};

const END: &str = "content-length: 0\r\n\r\n";

#[tokio::test]
async fn a_header_of_a_megabyte_is_an_error() {
    let long = "x".repeat(1024 * 1024);
    let server = Server::answering(format!("HTTP/1.1 200 OK\r\nx-long: {long}\r\n{END}")).await;
    let answered = transport().send(get(&server.url("/"))).await;
    assert!(answered.is_err());
}

#[tokio::test]
async fn more_than_a_hundred_headers_are_an_error() {
    let many = "x-many: 1\r\n".repeat(100);
    let server = Server::answering(format!("HTTP/1.1 200 OK\r\n{many}{END}")).await;
    let answered = transport().send(get(&server.url("/"))).await;
    assert!(answered.is_err());
}

#[tokio::test]
async fn a_hundred_headers_are_none() {
    let many = "x-many: 1\r\n".repeat(99);
    let server = Server::answering(format!("HTTP/1.1 200 OK\r\n{many}{END}")).await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    assert_eq!(answer.headers().len(), 100);
}

#[tokio::test]
async fn a_header_folded_over_lines_is_one() {
    let head = "HTTP/1.1 200 OK\r\nx-folded: one\r\n two\r\n\tthree\r\n";
    let server = Server::answering(format!("{head}{END}")).await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    let value = answer.headers()["x-folded"].to_str().unwrap();
    assert_eq!(
        value.split_ascii_whitespace().collect::<Vec<_>>(),
        ["one", "two", "three"]
    );
}

#[tokio::test]
async fn a_head_on_http_2_is_no_larger_than_was_set() {
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", |stream| async move {
            let mut server = Http2::begin(stream).await;
            while let Some(stream) = server.request().await {
                server.answer(stream, &[("x-a", "1"); 100]).await;
            }
        })
        .await;
    let url = server.secure_url("/");
    let builder = builder().trust_only(identity.authority.clone());
    // 36 bytes each, as HTTP/2 counts (RFC 9113 §6.5.2).
    let enough = builder.clone().max_headers(4000).build().unwrap();
    assert!(exchange(&enough, get(&url)).await.is_ok());
    let too_little = builder.max_headers(3000).build().unwrap();
    assert!(exchange(&too_little, get(&url)).await.is_err());
}

#[tokio::test]
async fn ten_thousand_interim_answers_hide_none() {
    let flood = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(10_000);
    let server = Server::answering(format!("{flood}HTTP/1.1 200 OK\r\n{END}")).await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn a_switch_of_protocols_nobody_asked_for_is_an_answer_like_others() {
    let answer = "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n";
    let server = Server::answering(answer).await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    assert_eq!(answer.status(), 101);
    assert_eq!(answer.body(), "");
}
