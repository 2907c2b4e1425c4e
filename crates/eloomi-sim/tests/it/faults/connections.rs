//! Connections that end or wait.

use std::time::Duration;

use eloomi_sim::{Simulator, Tls};
use http_body_util::Full;
use hyper::{Request, body::Bytes};

use super::{NEWCOMER, ask, with};
use crate::client::{authorized, form, over_h1, over_h2, request, send, tls, within};

#[tokio::test]
async fn an_empty_response_is_an_end_without_an_answer() {
    let (sim, token) = with("EMPTY_RESPONSE,times=1@/v3/users").await;
    let end = end_of(&sim, "GET /v3/users HTTP/1.1\r\n", "").await;
    assert_eq!(end.unwrap(), 0, "no byte, and no reset");
    assert_eq!(
        send(&sim, authorized("/v3/users", &token)).await.status,
        200
    );
}

/// How a connection ends that has asked this.
async fn end_of(sim: &Simulator, head: &str, body: &str) -> std::io::Result<usize> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(sim.addr()).await.unwrap();
    let length = body.len();
    let text = format!("{head}Host: localhost\r\nContent-Length: {length}\r\n\r\n{body}");
    stream.write_all(text.as_bytes()).await.unwrap();
    within(stream.read_to_end(&mut Vec::new())).await
}

#[tokio::test]
async fn a_reset_is_a_reset_and_processes_nothing() {
    let (sim, token) = with("CONNECTION_RESET_BY_PEER@POST /v3/users").await;
    let people = sim.people().len();
    let end = end_of(&sim, &create(&token), "{}").await;
    assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(sim.people().len(), people);
}

fn create(token: &str) -> String {
    format!(
        "POST /v3/users HTTP/1.1\r\nAuthorization: Bearer {token}\r\nClientId: 200\r\nContent-Type: application/json\r\n"
    )
}

#[tokio::test]
async fn a_lost_answer_is_processed_and_then_reset() {
    let (sim, token) = with("lost-answer,times=1@POST /v3/users").await;
    let people = sim.people().len();
    let end = end_of(&sim, &create(&token), NEWCOMER).await;
    assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(sim.people().len(), people + 1);
    assert_eq!(sim.requests().last().unwrap().status, None);
}

#[tokio::test]
async fn latency_lets_the_answer_wait() {
    let (sim, token) = with("latency=50@/v3/users").await;
    ask(&sim, &token, &["/v3/users"]).await;
    let took = sim.requests()[1].took.unwrap();
    assert!(took >= Duration::from_millis(50), "{took:?}");
}

/// A simulator with TLS whose answers to the creation of people get lost.
async fn losing_over_tls() -> (Simulator, Request<Full<Bytes>>) {
    let fault = "lost-answer@POST /v3/users".parse().unwrap();
    let builder = Simulator::builder().tls(Tls::H1AndH2).fault(fault);
    let sim = builder.start().await.unwrap();
    let asked = request("POST", "/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form(&sim, "client_credentials", "*").into());
    let stream = tls(&sim, "localhost", &["http/1.1"]).await.unwrap();
    let answer = over_h1(stream, asked.unwrap()).await.unwrap();
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    let mut create = authorized("/v3/users", &token).map(|_| NEWCOMER.into());
    *create.method_mut() = "POST".parse().unwrap();
    let json = "application/json".parse().unwrap();
    create.headers_mut().insert("content-type", json);
    (sim, create)
}

#[tokio::test]
async fn an_answer_is_lost_over_tls_too() {
    let (sim, create) = losing_over_tls().await;
    let stream = tls(&sim, "localhost", &["http/1.1"]).await.unwrap();
    assert!(within(Box::pin(over_h1(stream, create))).await.is_err());
    assert_eq!(sim.people().len(), 61);
}

#[tokio::test]
async fn an_answer_is_lost_over_http_2_too() {
    let (sim, create) = losing_over_tls().await;
    let stream = tls(&sim, "localhost", &["h2"]).await.unwrap();
    assert!(within(Box::pin(over_h2(stream, create))).await.is_err());
    assert_eq!(sim.people().len(), 61);
}
