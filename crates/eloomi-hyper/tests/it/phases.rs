//! How far a request got, as the stack tells it.

use eloomi_core::{Clock as _, Phase, SystemClock, Tick, Transport as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::{
    server::{Server, exchange, get, no_host, nobody, read_request},
    stack::transport,
};

async fn phase_after(answer: &'static str) -> Phase {
    let server = Server::answering(answer).await;
    let answered = exchange(&transport(), get(&server.url("/"))).await;
    answered.unwrap_err().phase()
}

#[tokio::test]
async fn a_refused_connection_sent_nothing() {
    let url = format!("http://{}/", nobody().await);
    let error = transport().send(get(&url)).await.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
}

#[tokio::test]
async fn a_name_that_does_not_resolve_sent_nothing() {
    let url = format!("http://{}/", no_host());
    let error = transport().send(get(&url)).await.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
}

#[tokio::test]
async fn a_handshake_that_never_ends_is_given_up_and_sent_nothing() {
    let server = Server::start(|stream| async move {
        let _open = stream;
        std::future::pending::<()>().await;
    })
    .await;
    let url = server.url("/").replace("http:", "https:");
    let clock = SystemClock::new();
    let error = transport().send(get(&url)).await.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
    let waited = clock.now().since(Tick::default()).as_secs();
    assert!((4..15).contains(&waited), "{waited} s");
}

#[tokio::test]
async fn a_connection_without_tls_where_it_must_be_sent_nothing() {
    let server = Server::start(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
    })
    .await;
    let url = server.url("/").replace("http:", "https:");
    let error = transport().send(get(&url)).await.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
}

#[tokio::test]
async fn nothing_arrived_of_what_was_not_sent() {
    // Closing at once races with the request: sometimes it is told not to have begun.
    for _ in 0..20 {
        let (told, read) = tokio::sync::oneshot::channel();
        let told = std::sync::Mutex::new(Some(told));
        let server = Server::start(move |mut stream| {
            let told = told.lock().unwrap().take().unwrap();
            async move {
                let _ = stream.shutdown().await;
                let mut bytes = Vec::new();
                let _ = stream.read_to_end(&mut bytes).await;
                told.send(bytes.len()).unwrap();
            }
        })
        .await;
        let error = transport().send(get(&server.url("/"))).await.unwrap_err();
        let arrived = read.await.unwrap();
        assert!(error.phase() == Phase::MaybeSent || arrived == 0);
    }
}

#[tokio::test]
async fn a_connection_closed_within_the_request_may_have_sent() {
    let server = Server::start(|mut stream| async move {
        stream.read_u8().await.unwrap();
    })
    .await;
    let error = transport().send(get(&server.url("/"))).await.unwrap_err();
    assert_eq!(error.phase(), Phase::MaybeSent);
}

#[tokio::test]
async fn a_connection_closed_after_the_request_may_have_sent() {
    assert_eq!(phase_after("").await, Phase::MaybeSent);
}

#[tokio::test]
async fn a_connection_closed_within_the_head_may_have_sent() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-ty";
    assert_eq!(phase_after(answer).await, Phase::MaybeSent);
}

#[tokio::test]
async fn noise_in_place_of_an_answer_may_have_sent() {
    let answer = "\u{1}\u{2}noise\r\n\r\nnoise";
    assert_eq!(phase_after(answer).await, Phase::MaybeSent);
}

#[tokio::test]
async fn a_body_short_of_its_length_had_a_head() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"status\":12";
    assert_eq!(phase_after(answer).await, Phase::HeadReceived);
}

#[tokio::test]
async fn a_chunk_that_is_cut_had_a_head() {
    let answer = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n40\r\n{\"sta";
    assert_eq!(phase_after(answer).await, Phase::HeadReceived);
}

#[tokio::test]
async fn chunks_without_the_last_one_had_a_head() {
    let answer = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n";
    assert_eq!(phase_after(answer).await, Phase::HeadReceived);
}

#[tokio::test]
async fn a_request_is_never_repeated_once_its_bytes_may_have_left() {
    let server = Server::start(|mut stream| async move {
        read_request(&mut stream).await;
        let _ = stream.shutdown().await;
    })
    .await;
    let transport = transport();
    assert!(transport.send(get(&server.url("/"))).await.is_err());
    assert_eq!(server.connections(), 1);
}
