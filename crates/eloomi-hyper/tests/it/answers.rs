//! Answers arrive as they were sent.

use http::{HeaderMap, StatusCode};
use tokio::io::AsyncWriteExt as _;

use crate::{
    server::{Server, exchange, get, read_request},
    stack::transport,
};

#[tokio::test]
async fn status_headers_and_body_arrive() {
    let answer = "HTTP/1.1 404 Gone Fishing\r\nx-a: 1\r\nx-a: 2\r\ncontent-length: 2\r\n\r\n{}";
    let server = Server::answering(answer).await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let values: Vec<_> = answer.headers().get_all("x-a").iter().collect();
    assert_eq!(values, ["1", "2"]);
    assert_eq!(answer.body(), "{}");
}

/// `hello`, gzipped.
const HELLO: &[u8] = &[
    0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0, 0x86, 0xa6,
    0x10, 0x36, 5, 0, 0, 0,
];

#[tokio::test]
async fn gzip_passes_undecoded_with_its_headers() {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
        HELLO.len()
    );
    let server = Server::answering([head.as_bytes(), HELLO].concat()).await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    assert_eq!(answer.headers()["content-encoding"], "gzip");
    assert_eq!(
        answer.headers()["content-length"],
        HELLO.len().to_string().as_str()
    );
    assert_eq!(answer.body(), HELLO);
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_nobody_follows_it() {
    let elsewhere = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    for status in [301, 302, 303, 307, 308] {
        let answer = format!(
            "HTTP/1.1 {status} Moved\r\nlocation: {}\r\ncontent-length: 0\r\n\r\n",
            elsewhere.url("/")
        );
        let server = Server::answering(answer).await;
        let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
        assert_eq!(answer.status(), status);
        assert_eq!(answer.headers()["location"], elsewhere.url("/"));
        assert_eq!(server.connections(), 1);
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[tokio::test]
async fn the_head_is_here_before_the_body() {
    use eloomi_core::Transport as _;

    let (open, gate) = tokio::sync::oneshot::channel::<()>();
    let gate = std::sync::Mutex::new(Some(gate));
    let server = Server::start(move |mut stream| {
        let gate = gate.lock().unwrap().take().unwrap();
        async move {
            read_request(&mut stream).await;
            let head = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n";
            stream.write_all(head.as_bytes()).await.unwrap();
            gate.await.unwrap();
            stream.write_all(b"{}").await.unwrap();
        }
    })
    .await;
    let answer = transport().send(get(&server.url("/"))).await.unwrap();
    open.send(()).unwrap();
    let body = http_body_util::BodyExt::collect(answer.into_body()).await;
    assert_eq!(body.unwrap().to_bytes(), "{}");
}

#[tokio::test]
async fn a_header_that_is_no_text_does_no_harm() {
    let answer = b"HTTP/1.1 200 OK\r\nretry-after: \xff\r\ncontent-length: 0\r\n\r\n";
    let server = Server::answering(&answer[..]).await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    assert_eq!(HeaderMap::len(answer.headers()), 2);
}

#[tokio::test]
async fn an_answer_of_http_1_0_ends_with_its_connection() {
    let server = Server::answering("HTTP/1.0 200 OK\r\n\r\n{}").await;
    let answer = exchange(&transport(), get(&server.url("/"))).await.unwrap();
    assert_eq!(answer.body(), "{}");
}
