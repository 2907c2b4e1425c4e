use eloomi_sim::Simulator;
use http_body_util::Full;
use hyper::Request;
use hyper::body::Bytes;

use crate::client::{authorized, get, raw, request, send, token, within};

async fn refused(sim: &Simulator, request: Request<Full<Bytes>>) -> bool {
    let answer = send(sim, request).await;
    (answer.status, answer.text()) == (401, r#"{"error":"Unauthenticated."}"#)
}

#[tokio::test]
async fn no_token_is_401() {
    let sim = Simulator::start().await.unwrap();
    let bare = request("GET", "/v3/users").header("clientid", "200");
    assert!(refused(&sim, bare.body(Full::default()).unwrap()).await);
}

#[tokio::test]
async fn an_unknown_token_is_401() {
    let sim = Simulator::start().await.unwrap();
    assert!(refused(&sim, authorized("/v3/users", "sim-token-0")).await);
}

#[tokio::test]
async fn a_token_without_its_scheme_is_401() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    let mut bare = authorized("/v3/users", &token);
    bare.headers_mut()
        .insert("authorization", token.parse().unwrap());
    assert!(refused(&sim, bare).await);
}

#[tokio::test]
async fn the_scheme_may_be_in_any_case() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    let mut shouted = authorized("/v3/users", &token);
    let value = format!("BEARER {token}").parse().unwrap();
    shouted.headers_mut().insert("authorization", value);
    assert_eq!(send(&sim, shouted).await.status, 200);
}

#[tokio::test]
async fn a_missing_client_id_is_401() {
    let sim = Simulator::start().await.unwrap();
    let mut without = authorized("/v3/users", &token(&sim).await);
    without.headers_mut().remove("clientid");
    assert!(refused(&sim, without).await);
}

#[tokio::test]
async fn a_wrong_client_id_is_401() {
    let sim = Simulator::start().await.unwrap();
    let mut wrong = authorized("/v3/users", &token(&sim).await);
    wrong
        .headers_mut()
        .insert("clientid", "201".parse().unwrap());
    assert!(refused(&sim, wrong).await);
}

#[tokio::test]
async fn a_client_id_that_comes_twice_is_401() {
    let sim = Simulator::start().await.unwrap();
    let mut twice = authorized("/v3/users", &token(&sim).await);
    twice
        .headers_mut()
        .append("clientid", "200".parse().unwrap());
    assert!(refused(&sim, twice).await);
}

#[tokio::test]
async fn a_token_of_another_simulator_is_401() {
    let one = Simulator::builder().seed(1).start().await.unwrap();
    let other = Simulator::builder().seed(2).start().await.unwrap();
    let token = token(&one).await;
    assert!(refused(&other, authorized("/v3/users", &token)).await);
}

#[tokio::test]
async fn an_unknown_path_is_404() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(get(&sim, "/v3/nothing").await.status, 404);
}

#[tokio::test]
async fn another_method_is_405_and_told_which() {
    let sim = Simulator::start().await.unwrap();
    let wrong = request("GET", "/oauth/token")
        .body(Full::default())
        .unwrap();
    let answer = send(&sim, wrong).await;
    assert_eq!((answer.status, answer.header("allow")), (405, Some("POST")));
}

#[tokio::test]
async fn a_host_that_is_not_loopback_is_refused() {
    let sim = Simulator::start().await.unwrap();
    let mut rebound = authorized("/v3/users", &token(&sim).await);
    rebound
        .headers_mut()
        .insert("host", "rebound.example".parse().unwrap());
    assert_eq!(send(&sim, rebound).await.status, 403);
}

#[tokio::test]
async fn every_answer_says_simulator() {
    let sim = Simulator::start().await.unwrap();
    for path in ["/", "/oauth/token", "/v3/users", "/v3/users/1"] {
        let answer = get(&sim, path).await;
        assert_eq!(answer.header("server"), Some("eloomi-sim"), "{path}");
    }
}

#[tokio::test]
async fn no_answer_opens_the_door_to_other_origins() {
    let sim = Simulator::start().await.unwrap();
    let mut foreign = authorized("/v3/users", &token(&sim).await);
    foreign
        .headers_mut()
        .insert("origin", "http://page.example".parse().unwrap());
    let answer = send(&sim, foreign).await;
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn a_request_without_a_host_is_refused() {
    let sim = Simulator::start().await.unwrap();
    let heard = within(raw(&sim, "GET /v3/users HTTP/1.0\r\n\r\n")).await;
    assert!(heard.starts_with("HTTP/1.0 403 "), "{heard}");
}

#[tokio::test]
async fn rubbish_on_one_connection_leaves_the_others_alone() {
    let sim = Simulator::start().await.unwrap();
    within(raw(&sim, "\u{1}\u{2} rubbish\r\n\r\n")).await;
    assert_eq!(get(&sim, "/v3/users").await.status, 200);
}
