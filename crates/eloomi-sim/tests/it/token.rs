use std::time::Duration;

use eloomi_sim::{ExpiresIn, Simulator, TokenRefusal};
use http_body_util::Full;
use serde_json::json;

use crate::client::{Answer, authorized, form, request, send, token};

const URLENCODED: &str = "application/x-www-form-urlencoded";

async fn ask(sim: &Simulator, content_type: &str, body: impl Into<String>) -> Answer {
    let asked = request("POST", "/oauth/token").header("content-type", content_type);
    send(sim, asked.body(body.into().into()).unwrap()).await
}

async fn ask_form(sim: &Simulator, body: &str) -> Answer {
    ask(sim, URLENCODED, body).await
}

/// Whether the answer holds a token that opens the list.
async fn opens(sim: &Simulator, answer: &Answer) -> bool {
    let json = answer.json();
    let Some(token) = json["access_token"].as_str() else {
        return false;
    };
    send(sim, authorized("/v3/users", token)).await.status == 200
}

#[tokio::test]
async fn a_form_gets_a_token() {
    let sim = Simulator::start().await.unwrap();
    let answer = ask_form(&sim, &form(&sim, "client_credentials", "*")).await;
    assert!(opens(&sim, &answer).await);
}

#[tokio::test]
async fn json_with_a_number_for_client_gets_a_token() {
    let sim = Simulator::start().await.unwrap();
    let secret = sim.client_secret();
    let body =
        json!({"grant_type": "client_credentials", "client_id": 200, "client_secret": secret});
    let answer = ask(&sim, "application/json; charset=utf-8", body.to_string()).await;
    assert!(opens(&sim, &answer).await);
}

#[tokio::test]
async fn json_with_text_for_client_gets_a_token() {
    let sim = Simulator::start().await.unwrap();
    let secret = sim.client_secret();
    let body =
        json!({"grant_type": "client_credentials", "client_id": "200", "client_secret": secret});
    let answer = ask(&sim, "application/json", body.to_string()).await;
    assert!(opens(&sim, &answer).await);
}

#[tokio::test]
async fn multipart_gets_a_token() {
    let sim = Simulator::start().await.unwrap();
    let part = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = part("grant_type", "client_credentials")
        + &part("client_id", "200")
        + &part("client_secret", sim.client_secret())
        + "--edge--\r\n";
    let answer = ask(&sim, "multipart/form-data; boundary=edge", body).await;
    assert!(opens(&sim, &answer).await);
}

#[tokio::test]
async fn headers_get_a_token() {
    let sim = Simulator::start().await.unwrap();
    let asked = request("POST", "/oauth/token")
        .header("grant_type", "client_credentials")
        .header("client_id", "200")
        .header("client_secret", sim.client_secret())
        .header("scope", "*");
    let answer = send(&sim, asked.body(Full::default()).unwrap()).await;
    assert!(opens(&sim, &answer).await);
}

#[tokio::test]
async fn the_answer_is_the_documented_one() {
    let sim = Simulator::start().await.unwrap();
    let answer = ask_form(&sim, &form(&sim, "client_credentials", "*")).await;
    let begin = r#"{"token_type":"Bearer","expires_in":31535999,"access_token":"sim-token-"#;
    assert!(answer.text().starts_with(begin), "{}", answer.text());
}

#[tokio::test]
async fn the_lifetime_can_be_text() {
    let sim = Simulator::builder()
        .expires_in(ExpiresIn::Text)
        .start()
        .await
        .unwrap();
    let answer = ask_form(&sim, &form(&sim, "client_credentials", "*")).await;
    assert_eq!(answer.json()["expires_in"], "31535999");
}

#[tokio::test]
async fn the_lifetime_can_be_absent() {
    let sim = Simulator::builder()
        .expires_in(ExpiresIn::Absent)
        .start()
        .await
        .unwrap();
    let answer = ask_form(&sim, &form(&sim, "client_credentials", "*")).await;
    assert_eq!(answer.json().get("expires_in"), None);
}

#[tokio::test]
async fn an_answer_with_a_token_is_not_to_be_stored() {
    let sim = Simulator::start().await.unwrap();
    let answer = ask_form(&sim, &form(&sim, "client_credentials", "*")).await;
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn an_empty_scope_is_fine() {
    let sim = Simulator::start().await.unwrap();
    let answer = ask_form(&sim, &form(&sim, "client_credentials", "")).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_wrong_secret_is_400() {
    let sim = Simulator::start().await.unwrap();
    let body = "grant_type=client_credentials&client_id=200&client_secret=sim-wrong";
    let answer = ask_form(&sim, body).await;
    let text = r#"{"error":"invalid_client","message":"Client authentication failed"}"#;
    assert_eq!((answer.status, answer.text()), (400, text));
}

#[tokio::test]
async fn a_wrong_client_is_400() {
    let sim = Simulator::start().await.unwrap();
    let body = form(&sim, "client_credentials", "*").replace("=200&", "=201&");
    let answer = ask_form(&sim, &body).await;
    assert_eq!(
        (answer.status, &answer.json()["error"]),
        (400, &json!("invalid_client"))
    );
}

#[tokio::test]
async fn newer_servers_refuse_with_401_and_a_description() {
    let builder =
        Simulator::builder().switch(|switches| switches.token_refusal = TokenRefusal::Unauthorized);
    let sim = builder.start().await.unwrap();
    let body = "grant_type=client_credentials&client_id=200&client_secret=sim-wrong";
    let answer = ask_form(&sim, body).await;
    assert_eq!(
        (
            answer.status,
            answer.json()["error_description"].is_string()
        ),
        (401, true)
    );
}

#[tokio::test]
async fn a_foreign_secret_is_refused_and_not_echoed() {
    let sim = Simulator::start().await.unwrap();
    let body = "grant_type=client_credentials&client_id=200&client_secret=foreign";
    let answer = ask_form(&sim, body).await;
    assert_eq!(
        (answer.status, answer.text().contains("foreign")),
        (400, false)
    );
}

#[tokio::test]
async fn a_wrong_scope_is_400_with_a_hint() {
    let sim = Simulator::start().await.unwrap();
    let answer = ask_form(&sim, &form(&sim, "client_credentials", "everything")).await;
    let json = answer.json();
    assert_eq!(
        (&json["error"], json["hint"].is_string()),
        (&json!("invalid_scope"), true)
    );
}

#[tokio::test]
async fn another_grant_is_400() {
    let sim = Simulator::start().await.unwrap();
    let answer = ask_form(&sim, &form(&sim, "password", "*")).await;
    let expected = (400, &json!("unsupported_grant_type"));
    assert_eq!((answer.status, &answer.json()["error"]), expected);
}

#[tokio::test]
async fn a_missing_value_is_400() {
    let sim = Simulator::start().await.unwrap();
    let answer = ask_form(&sim, "grant_type=client_credentials&client_id=200").await;
    assert_eq!(
        (answer.status, &answer.json()["error"]),
        (400, &json!("invalid_request"))
    );
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_400() {
    let sim = Simulator::start().await.unwrap();
    let cases = [
        ("application/json", "{\"grant_type\":".to_owned()),
        ("application/json", "[]".to_owned()),
        ("text/plain", form(&sim, "client_credentials", "*")),
        ("multipart/form-data", "--edge--".to_owned()),
        (
            "multipart/form-data; boundary=edge",
            "--edge\r\nrubbish".to_owned(),
        ),
        (URLENCODED, "x".repeat(100_000)),
    ];
    for (content_type, body) in cases {
        assert_eq!(
            ask(&sim, content_type, body).await.status,
            400,
            "{content_type}"
        );
    }
}

#[tokio::test]
async fn many_tokens_are_good_at_the_same_time() {
    let sim = Simulator::start().await.unwrap();
    let first = token(&sim).await;
    let _second = token(&sim).await;
    assert_eq!(
        send(&sim, authorized("/v3/users", &first)).await.status,
        200
    );
}

#[tokio::test]
async fn a_token_expires() {
    let hour = Duration::from_secs(3600);
    let sim = Simulator::builder()
        .token_lifetime(hour)
        .start()
        .await
        .unwrap();
    let token = token(&sim).await;
    sim.advance(hour);
    assert_eq!(
        send(&sim, authorized("/v3/users", &token)).await.status,
        401
    );
}

#[tokio::test]
async fn revoked_tokens_are_refused() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    sim.revoke_tokens();
    assert_eq!(
        send(&sim, authorized("/v3/users", &token)).await.status,
        401
    );
}

#[tokio::test]
async fn token_requests_are_counted_refused_ones_too() {
    let sim = Simulator::start().await.unwrap();
    token(&sim).await;
    ask_form(&sim, "").await;
    assert_eq!(sim.token_requests(), 2);
}
