//! Tokens that are refused, and answers of the token endpoint.

use std::time::Duration;

use super::{ask, statuses, token_answer, with};
use crate::client::{authorized, get, send, token};

#[tokio::test]
async fn every_token_is_refused_new_ones_too() {
    let (sim, old) = with("refuse-tokens@/v3/**").await;
    let new = token(&sim).await;
    for token in [old, new] {
        assert_eq!(
            send(&sim, authorized("/v3/users", &token)).await.status,
            401
        );
    }
}

#[tokio::test]
async fn a_refusal_says_why_in_its_header() {
    let challenge = r#"www-authenticate="Bearer error=\"insufficient_scope\"",times=1@/v3/**"#;
    let (sim, token) = with(challenge).await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let told = (answer.status, answer.header("www-authenticate"));
    assert_eq!(told, (401, Some("Bearer error=\"insufficient_scope\"")));
}

#[tokio::test]
async fn a_token_that_expires_in_flight_stays_expired_and_a_new_one_is_good() {
    let (sim, old) = with("expire-in-flight,times=1@/v3/users").await;
    assert_eq!(
        statuses(&ask(&sim, &old, &["/v3/users"; 2]).await),
        [401, 401]
    );
    assert_eq!(get(&sim, "/v3/users").await.status, 200);
}

#[tokio::test]
async fn a_token_is_unknown_until_the_replica_has_it() {
    let (sim, token) = with("replica-lag=60000@/v3/**").await;
    let early = send(&sim, authorized("/v3/users", &token)).await.status;
    sim.advance(Duration::from_secs(60));
    let late = send(&sim, authorized("/v3/users", &token)).await.status;
    assert_eq!((early, late), (401, 200));
}

#[tokio::test]
async fn the_token_answer_is_what_was_written() {
    let text = r#"{"token_type":"Bearer","expires_in":0}"#;
    let (sim, _) = with(&format!("token-answer={text},status=201@/oauth/token")).await;
    let answer = token_answer(&sim).await;
    assert_eq!((answer.status, answer.text()), (201, text));
}

#[tokio::test]
async fn an_oauth_error_has_its_code_and_words() {
    let (sim, _) = with("oauth-error=invalid_scope,hint=Check it@/oauth/token").await;
    let answer = token_answer(&sim).await;
    let text = r#"{"error":"invalid_scope","message":"A fault was asked for.","hint":"Check it"}"#;
    assert_eq!((answer.status, answer.text()), (400, text));
}

#[tokio::test]
async fn a_token_says_something_else_of_itself() {
    for (fault, member, value) in [
        ("expires-in=-1", "expires_in", serde_json::json!(-1)),
        ("expires-in=1e12", "expires_in", serde_json::json!(1e12)),
        ("expires-in=soon", "expires_in", serde_json::json!("soon")),
        ("expires-in=absent", "expires_in", serde_json::Value::Null),
        (
            "token-type=bearer",
            "token_type",
            serde_json::json!("bearer"),
        ),
        (
            r#"access-token="a\r\nb""#,
            "access_token",
            serde_json::json!("a\r\nb"),
        ),
        (
            "access-token=xy,repeat=3",
            "access_token",
            serde_json::json!("xyxyxy"),
        ),
        ("access-token=", "access_token", serde_json::json!("")),
    ] {
        let (sim, _) = with(&format!("{fault}@POST /oauth/token")).await;
        assert_eq!(token_answer(&sim).await.json()[member], value, "{fault}");
    }
}
