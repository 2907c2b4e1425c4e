//! What only this stack does by itself.

use std::{
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
    time::Duration,
};

use eloomi_core::{Clock as _, SystemClock, Transport as _};

use crate::{
    frames::Http2,
    secure::Identity,
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

#[tokio::test]
async fn an_http_2_connection_that_did_not_answer_in_time_is_not_used_again() {
    let connections = AtomicUsize::new(0);
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", move |stream| {
            let is_first = connections.fetch_add(1, SeqCst) == 0;
            async move {
                let mut server = Http2::begin(stream).await;
                while let Some(stream) = server.request().await {
                    if !is_first {
                        server.answer(stream, &[]).await;
                    }
                }
            }
        })
        .await;
    let builder = builder().trust_only(identity.authority.clone());
    let transport = builder.build().unwrap();
    let url = server.secure_url("/");
    tokio::select! {
        _ = transport.send(get(&url)) => unreachable!("nobody answers"),
        () = SystemClock::new().sleep(Duration::from_millis(500)) => {}
    }
    tokio::select! {
        answered = exchange(&transport, get(&url)) => assert_eq!(answered.unwrap().status(), 200),
        () = SystemClock::new().sleep(Duration::from_secs(5)) => panic!("it was used again"),
    }
}
