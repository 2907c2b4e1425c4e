use eloomi_sim::FaultServer;

use super::{journal, serve};
use crate::client::{Answer, Failure, over_h2, request, tls_to, within};

async fn ask(server: &FaultServer, method: &str) -> Result<Answer, Failure> {
    let root = server.root_certificate_der();
    let stream = tls_to(server.addr(), root, "localhost", &["h2"]).await?;
    let request = request(method, "/v3/users/1").body("{}".into())?;
    within(over_h2(stream, request)).await
}

/// One connection with these steps behind the handshake and the request.
async fn after_the_request(steps: &str) -> FaultServer {
    serve(&format!(
        "tls = \"h2\"\nconnections = [[\"h2_handshake\", \"h2_read_headers\", {steps}]]"
    ))
    .await
}

#[tokio::test]
async fn a_request_over_http_2_is_answered() {
    let server = after_the_request("{ h2_answer = { status = 200, json = '{\"id\":1}' } }").await;
    let answer = ask(&server, "POST").await.unwrap();
    assert_eq!((answer.status, answer.text()), (200, "{\"id\":1}"));
}

#[tokio::test]
async fn the_type_of_an_answer_over_http_2_is_json() {
    let server = after_the_request("{ h2_answer = { status = 200, json = '{}' } }").await;
    let answer = ask(&server, "POST").await.unwrap();
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn an_answer_over_http_2_may_be_longer_than_a_frame() {
    let long = "x".repeat(40_000);
    let server = after_the_request(&format!(
        "{{ h2_answer = {{ status = 200, json = '{long}' }} }}"
    ))
    .await;
    let answer = ask(&server, "POST").await.unwrap();
    assert!(answer.text() == long, "{} bytes", answer.body.len());
}

#[tokio::test]
async fn a_status_without_a_body_ends_with_its_headers() {
    let server = after_the_request("{ h2_answer = { status = 503 } }").await;
    assert_eq!(ask(&server, "POST").await.unwrap().status, 503);
}

#[tokio::test]
async fn a_stream_is_refused() {
    let server = after_the_request("{ h2_rst = 'REFUSED_STREAM' }, 'expect_eof'").await;
    let failure = ask(&server, "POST").await.unwrap_err();
    let told = format!("{failure:?}");
    assert!(told.contains("REFUSED_STREAM"), "{told}");
}

#[tokio::test]
async fn goaway_below_a_stream_ends_it() {
    let server =
        after_the_request("{ h2_goaway = { last = 0, code = 'NO_ERROR' } }, 'expect_eof'").await;
    let failure = ask(&server, "POST").await.unwrap_err();
    let told = format!("{failure:?}");
    assert!(told.contains("GoAway"), "{told}");
}

#[tokio::test]
async fn the_journal_tells_http_2_by_its_frames() {
    let server =
        after_the_request("{ h2_answer = { status = 200, json = '{}' } }, 'h2_read_headers'").await;
    ask(&server, "POST").await.unwrap();
    assert_eq!(
        journal(&server).await,
        "connection 1\n  \
         ← HTTP/2 preface\n  \
         → SETTINGS\n  \
         ← HEADERS on stream 1, 2 bytes of body\n  \
         → HEADERS 200 on stream 1 and 2 bytes \"{}\"\n  \
         closed by the client\n"
    );
}

#[tokio::test]
async fn requests_over_http_2_are_counted() {
    let server = after_the_request("{ h2_answer = { status = 200, json = '{}' } }").await;
    ask(&server, "POST").await.unwrap();
    assert_eq!(server.journal().requests(), 1);
}

#[tokio::test]
async fn a_client_of_http_1_does_not_get_in() {
    let server = after_the_request("'fin'").await;
    let root = server.root_certificate_der();
    let stream = within(tls_to(server.addr(), root, "localhost", &["http/1.1"])).await;
    assert!(stream.is_err());
}
