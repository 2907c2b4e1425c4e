//! TLS connections that end without saying so (RFC 8446 §6.1, F13).

use eloomi_core::{Phase, TransportError};
use tokio::io::AsyncWriteExt as _;

use crate::{
    secure::Identity,
    server::{exchange, get, read_request},
    stack::builder,
};

/// The body of `answer`, after which the connection ends without `close_notify`.
async fn body_of(answer: &'static str) -> Result<bytes::Bytes, TransportError> {
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("http/1.1", move |mut stream| async move {
            read_request(&mut stream).await;
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.flush().await;
        })
        .await;
    let builder = builder().trust_only(identity.authority.clone());
    let transport = builder.build().unwrap();
    let answer = exchange(&transport, get(&server.secure_url("/"))).await?;
    Ok(answer.into_body())
}

#[tokio::test]
async fn an_answer_whose_length_is_known_needs_no_farewell() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
    assert_eq!(body_of(answer).await.unwrap(), "{}");
}

#[tokio::test]
async fn an_answer_short_of_its_length_is_an_error() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{}";
    assert_eq!(
        body_of(answer).await.unwrap_err().phase(),
        Phase::HeadReceived
    );
}

#[tokio::test]
async fn an_answer_that_ends_with_the_connection_needs_a_farewell() {
    let answer = "HTTP/1.1 200 OK\r\n\r\n{}";
    assert_eq!(
        body_of(answer).await.unwrap_err().phase(),
        Phase::HeadReceived
    );
}
