use eloomi_sim::FaultServer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{connect, journal, serve};
use crate::client::{Answer, Failure, over_h2, request, tls_to, within};

async fn ask(server: &FaultServer, method: &str) -> Result<Answer, Failure> {
    let root = server.root_certificate_der();
    let stream = tls_to(server.addr(), root, "localhost", &["h2"]).await?;
    let request = request(method, "/v3/users/1").body("{}".into())?;
    within(Box::pin(over_h2(stream, request))).await
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

/// What a client sends first: the preface and empty SETTINGS.
const BEGIN: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";

/// SETTINGS of the server, and its acknowledgement of those of the client.
const BEGUN: &[u8] = b"\0\0\0\x04\0\0\0\0\0\0\0\0\x04\x01\0\0\0\0";

const PING: &[u8] = b"\0\0\x08\x06\0\0\0\0\0pingpong";

/// A GET without headers on a stream, whole.
fn headers(stream: u8) -> [u8; 9] {
    [0, 0, 0, 1, 5, 0, 0, 0, stream]
}

#[tokio::test]
async fn pings_are_answered_while_a_request_is_waited_for() {
    let server = serve("connections = [['h2_handshake', 'h2_read_headers']]").await;
    let mut stream = connect(&server).await;
    stream.write_all(&[BEGIN, PING].concat()).await.unwrap();
    let mut told = [0; 35];
    within(stream.read_exact(&mut told)).await.unwrap();
    assert_eq!(&told[18..], b"\0\0\x08\x06\x01\0\0\0\0pingpong");
}

#[tokio::test]
async fn pings_meet_silence() {
    let server = serve("connections = [['h2_handshake', 'h2_silence']]").await;
    let mut stream = connect(&server).await;
    stream.write_all(&[BEGIN, PING].concat()).await.unwrap();
    journal(&server).await;
    let mut told = [0; 100];
    let read = within(stream.read(&mut told)).await.unwrap();
    assert_eq!(&told[..read], BEGUN);
}

#[tokio::test]
async fn an_earlier_stream_can_be_answered() {
    let server = serve(
        "connections = [[
            'h2_handshake', 'h2_read_headers', 'h2_read_headers',
            { h2_rst = { code = 'CANCEL', stream = 1 } }, { h2_rst = 'REFUSED_STREAM' },
        ]]",
    )
    .await;
    let mut stream = connect(&server).await;
    let requests = [BEGIN, &headers(1), &headers(3)].concat();
    stream.write_all(&requests).await.unwrap();
    let mut told = Vec::new();
    within(stream.read_to_end(&mut told)).await.unwrap();
    assert_eq!(
        &told[18..],
        b"\0\0\x04\x03\0\0\0\0\x01\0\0\0\x08\0\0\x04\x03\0\0\0\0\x03\0\0\0\x07"
    );
}

#[tokio::test]
async fn what_is_no_http_2_is_told() {
    let server = serve("connections = [['h2_handshake']]").await;
    let told = super::ask(&server, super::GET).await;
    assert_eq!(told, (String::new(), true));
    assert_eq!(
        journal(&server).await,
        "connection 1\n  ← bytes that are no HTTP/2 preface\n  fin\n"
    );
}
