//! What an error of the stack says: hosts at most.

use std::error::Error;

use eloomi_core::TransportError;

use crate::{
    server::{Server, exchange, get, no_host, nobody},
    stack::transport,
};

const TARGET: &str = "/mark-path?mark-query=1";

#[track_caller]
pub(crate) fn assert_silent(error: &TransportError) {
    let mut texts = vec![format!("{error:?}")];
    let mut cause: Option<&dyn Error> = Some(error);
    while let Some(error) = cause {
        texts.push(error.to_string());
        cause = error.source();
    }
    for text in texts {
        assert!(!text.contains("mark-"), "{text}");
        assert!(!text.contains("http://"), "{text}");
    }
}

#[tokio::test]
async fn a_refused_connection_names_no_target() {
    let url = format!("http://{}{TARGET}", nobody().await);
    assert_silent(&exchange(&transport(), get(&url)).await.unwrap_err());
}

#[tokio::test]
async fn a_name_that_does_not_resolve_names_no_target() {
    let url = format!("http://{}{TARGET}", no_host());
    assert_silent(&exchange(&transport(), get(&url)).await.unwrap_err());
}

#[tokio::test]
async fn a_lost_or_broken_answer_names_no_target_and_no_content() {
    for answer in [
        "",
        "mark-noise\r\n\r\n",
        "HTTP/1.1 200 OK\r\nmark-header",
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nmark-body",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nmark-size\r\n",
    ] {
        let server = Server::answering(answer).await;
        let answered = exchange(&transport(), get(&server.url(TARGET))).await;
        assert_silent(&answered.unwrap_err());
    }
}
