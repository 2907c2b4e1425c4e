use std::io::ErrorKind;
use std::net::SocketAddr;

use eloomi_sim::{Matcher, Simulator, StartErrorKind};
use tokio::net::TcpStream;

use crate::client::{get, within};

/// Waits until nobody listens there any more.
async fn closes(addr: SocketAddr) -> bool {
    within(async {
        loop {
            match TcpStream::connect(addr).await {
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => return true,
                _ => tokio::task::yield_now().await,
            }
        }
    })
    .await
}

#[tokio::test]
async fn the_address_is_the_one_in_the_url() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(sim.base_url(), format!("http://{}", sim.addr()));
}

#[tokio::test]
async fn dropping_the_handle_stops_it() {
    let sim = Simulator::start().await.unwrap();
    let addr = sim.addr();
    drop(sim);
    assert!(closes(addr).await);
}

#[tokio::test]
async fn a_shutdown_stops_it() {
    let sim = Simulator::start().await.unwrap();
    let addr = sim.addr();
    within(sim.shutdown()).await;
    assert!(TcpStream::connect(addr).await.is_err());
}

#[tokio::test]
async fn a_shutdown_lets_answers_finish() {
    let sim = Simulator::start().await.unwrap();
    let token = crate::client::token(&sim).await;
    let hold = sim.hold_next(Matcher::path("/v3/users"));
    let stream = TcpStream::connect(sim.addr()).await.unwrap();
    let asked = crate::client::over_h1(stream, crate::client::authorized("/v3/users", &token));
    let asked = tokio::spawn(asked);
    within(sim.requests_reach(2)).await;
    let stopped = tokio::spawn(sim.shutdown());
    tokio::task::yield_now().await;
    hold.release();
    within(stopped).await.unwrap();
    assert_eq!(within(asked).await.unwrap().unwrap().status, 200);
}

#[tokio::test]
async fn several_run_side_by_side() {
    let one = Simulator::builder().people(1).start().await.unwrap();
    let two = Simulator::builder().people(2).start().await.unwrap();
    let counts = (
        get(&one, "/v3/users").await.ids().len(),
        get(&two, "/v3/users").await.ids().len(),
    );
    assert_eq!(counts, (1, 2));
}

#[tokio::test]
async fn the_other_loopback_works_too() {
    let addr = "127.0.0.2:0".parse().unwrap();
    let sim = Simulator::builder().addr(addr).start().await.unwrap();
    assert_eq!(get(&sim, "/v3/users").await.status, 200);
}

#[tokio::test]
async fn an_address_that_is_not_loopback_is_refused() {
    let addr = "0.0.0.0:0".parse().unwrap();
    let error = Simulator::builder().addr(addr).start().await.unwrap_err();
    assert_eq!(error.kind(), StartErrorKind::NotLoopback(addr));
}

#[tokio::test]
async fn an_address_in_use_is_named() {
    let sim = Simulator::start().await.unwrap();
    let error = Simulator::builder()
        .addr(sim.addr())
        .start()
        .await
        .unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with(&sim.addr().to_string()), "{text}");
}

#[test]
fn the_handle_may_be_shared_between_threads() {
    const fn shared<T: Send + Sync>() {}
    const { shared::<Simulator>() };
}

#[tokio::test]
async fn the_description_of_the_api_is_there_for_everybody() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/openapi.yaml").await;
    assert_eq!(answer.header("content-type"), Some("application/yaml"));
    assert!(answer.text().contains("operationId: listUsers"));
}
