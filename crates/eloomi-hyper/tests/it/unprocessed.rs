//! What an HTTP/2 server says of the requests that it does not answer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use eloomi_core::{Phase, Transport, TransportError};
use tokio::join;

use crate::{
    frames::{CANCEL, ENHANCE_YOUR_CALM, Http2, NO_ERROR, REFUSED_STREAM},
    secure::Identity,
    server::{Server, exchange, get},
    stack::builder,
    texts::assert_silent,
};

fn trusting(identity: &Identity) -> impl Transport + Clone + 'static {
    let builder = builder().trust_only(identity.authority.clone());
    builder.build().unwrap()
}

/// The failure of a request whose stream the server resets.
async fn reset(code: u32) -> (TransportError, Server) {
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", move |stream| async move {
            let mut server = Http2::begin(stream).await;
            while let Some(stream) = server.request().await {
                server.reset(stream, code).await;
            }
        })
        .await;
    let answered = exchange(&trusting(&identity), get(&server.secure_url("/"))).await;
    (answered.unwrap_err(), server)
}

/// What becomes of two requests under way on streams 3 and 5 when the server goes away and
/// names 3 as the last one.
async fn go_away(code: u32) -> Vec<Result<u16, TransportError>> {
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", move |stream| async move {
            let mut server = Http2::begin(stream).await;
            let first = server.request().await.unwrap();
            server.answer(first, &[]).await;
            let last = server.request().await.unwrap();
            assert_eq!(server.request().await.unwrap(), last + 2);
            server.go_away(last, code).await;
            server.answer(last, &[]).await;
            server.wait().await;
        })
        .await;
    let transport = trusting(&identity);
    let url = server.secure_url("/");
    exchange(&transport, get(&url)).await.unwrap();
    let (one, other) = join!(
        exchange(&transport, get(&url)),
        exchange(&transport, get(&url))
    );
    assert_eq!(server.connections(), 1);
    [one, other]
        .map(|answered| answered.map(|answer| answer.status().as_u16()))
        .into()
}

#[tokio::test]
async fn a_stream_above_the_last_of_a_goaway_was_not_sent() {
    let mut answered = go_away(NO_ERROR).await;
    answered.retain(Result::is_err);
    let error = answered.pop().unwrap().unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
}

#[tokio::test]
async fn what_a_goaway_says_besides_is_not_in_the_error() {
    let mut answered = go_away(NO_ERROR).await;
    answered.retain(Result::is_err);
    assert_silent(&answered.pop().unwrap().unwrap_err());
}

#[tokio::test]
async fn a_goaway_to_calm_us_asks_for_calm() {
    let mut answered = go_away(ENHANCE_YOUR_CALM).await;
    answered.retain(Result::is_err);
    let error = answered.pop().unwrap().unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
}

#[tokio::test]
async fn a_stream_up_to_the_last_of_a_goaway_is_answered() {
    for code in [NO_ERROR, ENHANCE_YOUR_CALM] {
        let mut answered = go_away(code).await;
        answered.retain(Result::is_ok);
        assert_eq!(answered.len(), 1);
        assert_eq!(answered.pop().unwrap().unwrap(), 200);
    }
}

#[tokio::test]
async fn a_stream_up_to_the_last_of_a_goaway_that_is_not_answered_may_have_been_sent() {
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", |stream| async move {
            let mut server = Http2::begin(stream).await;
            let stream = server.request().await.unwrap();
            server.go_away(stream, NO_ERROR).await;
        })
        .await;
    let answered = exchange(&trusting(&identity), get(&server.secure_url("/"))).await;
    assert_eq!(answered.unwrap_err().phase(), Phase::MaybeSent);
}

#[tokio::test]
async fn a_refused_stream_was_not_sent() {
    let (error, _server) = reset(REFUSED_STREAM).await;
    assert_eq!(error.phase(), Phase::NotSent);
}

#[tokio::test]
async fn a_cancelled_stream_may_have_been_sent() {
    let (error, _server) = reset(CANCEL).await;
    assert_eq!(error.phase(), Phase::MaybeSent);
}

#[tokio::test]
async fn a_stream_reset_to_calm_us_may_have_been_sent() {
    let (error, _server) = reset(ENHANCE_YOUR_CALM).await;
    assert_eq!(error.phase(), Phase::MaybeSent);
}

#[tokio::test]
async fn only_a_server_that_wants_calm_asks_for_it() {
    assert_eq!(
        reset(ENHANCE_YOUR_CALM).await.0.retry_after(),
        Some(Duration::from_secs(1))
    );
    assert_eq!(reset(CANCEL).await.0.retry_after(), None);
}

#[tokio::test]
async fn no_reset_stream_fails_for_good() {
    for code in [REFUSED_STREAM, CANCEL, ENHANCE_YOUR_CALM] {
        assert!(!reset(code).await.0.is_permanent());
    }
}

#[tokio::test]
async fn a_reset_stream_is_left_to_the_caller_to_repeat() {
    let requests = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&requests);
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", move |stream| {
            let count = Arc::clone(&count);
            async move {
                let mut server = Http2::begin(stream).await;
                while let Some(stream) = server.request().await {
                    count.fetch_add(1, SeqCst);
                    server.reset(stream, REFUSED_STREAM).await;
                }
            }
        })
        .await;
    let answered = exchange(&trusting(&identity), get(&server.secure_url("/"))).await;
    assert!(answered.is_err());
    assert_eq!(requests.load(SeqCst), 1);
}
