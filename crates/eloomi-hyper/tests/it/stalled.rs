//! Connections on which nothing moves any more.

use std::time::Duration;

use eloomi_core::{Clock as _, Phase, SystemClock, Tick, Transport as _};

use crate::{
    frames::Http2,
    secure::Identity,
    server::{Server, exchange, get},
    stack::builder,
};

const SHORT: Duration = Duration::from_millis(150);

#[tokio::test]
async fn a_server_without_a_sign_of_life_is_given_up() {
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", |stream| async move {
            let mut server = Http2::begin(stream).await;
            server.is_alive = false;
            server.wait().await;
        })
        .await;
    let builder = builder().trust_only(identity.authority.clone());
    let transport = builder.keep_alive_ping(SHORT, SHORT).build().unwrap();
    let clock = SystemClock::new();
    let error = transport.send(get(&server.secure_url("/"))).await;
    let waited = clock.now().since(Tick::default());
    assert_eq!(error.unwrap_err().phase(), Phase::MaybeSent);
    assert!((SHORT..SHORT * 20).contains(&waited), "{waited:?}");
}

#[tokio::test]
async fn a_slow_server_with_signs_of_life_is_waited_for() {
    let identity = Identity::of("127.0.0.1");
    let server = identity
        .start("h2", |stream| async move {
            let mut server = Http2::begin(stream).await;
            let stream = server.request().await.unwrap();
            tokio::select! {
                () = server.wait() => {}
                () = SystemClock::new().sleep(SHORT * 6) => {}
            }
            server.answer(stream, &[]).await;
            server.wait().await;
        })
        .await;
    let builder = builder().trust_only(identity.authority.clone());
    let transport = builder.keep_alive_ping(SHORT, SHORT).build().unwrap();
    let answer = exchange(&transport, get(&server.secure_url("/"))).await;
    assert_eq!(answer.unwrap().status(), 200);
}

#[tokio::test]
async fn the_time_to_connect_is_the_one_that_was_set() {
    let server = Server::start(|stream| async move {
        let _open = stream;
        std::future::pending::<()>().await;
    })
    .await;
    let transport = builder().connect_timeout(SHORT).build().unwrap();
    let clock = SystemClock::new();
    let error = transport.send(get(&server.secure_url("/"))).await;
    let waited = clock.now().since(Tick::default());
    let error = error.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
    assert!(!error.is_permanent());
    assert!((SHORT..SHORT * 20).contains(&waited), "{waited:?}");
}
