//! The recorder behind a port.

use std::sync::Arc;

use bytes::Bytes;
use eloomi_core::Phase;
use eloomi_replay::{Fails, Loss, RecordingProxy, Scripted, Step};
use http::{HeaderName, Request};
use http_body_util::{BodyExt as _, Full};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::{SECRET, bodies::Arriving, get, names, recorded_story, recorder, story, text};

const UPSTREAM: &str = "https://api.example.invalid/";

/// Asks the proxy, and reads the answer to its end.
async fn through(proxy: &RecordingProxy, request: Request<Bytes>) -> (u16, Bytes) {
    let client = Client::builder(TokioExecutor::new()).build_http::<Full<Bytes>>();
    let mut request = request.map(Full::new);
    let url = format!("{}{}", proxy.base_url(), request.uri());
    *request.uri_mut() = url.parse().unwrap();
    let answer = client.request(request).await.unwrap();
    let status = answer.status().as_u16();
    (
        status,
        answer.into_body().collect().await.unwrap().to_bytes(),
    )
}

/// What goes over the socket until the proxy closes it.
async fn bytes(proxy: &RecordingProxy, request: &str) -> String {
    let address = proxy.base_url().trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn behind_a_port_the_recording_is_the_same() {
    let (requests, service) = story();
    let proxy = RecordingProxy::start(recorder(service), "https://api.example.invalid")
        .await
        .unwrap();
    for request in requests {
        through(&proxy, request).await;
    }
    assert_eq!(text(&proxy.recording()), text(&recorded_story().await));
}

#[tokio::test]
async fn what_the_client_has_read_to_its_end_is_in_the_recording() {
    for length in [None, Some(2)] {
        let (sender, arriving) = Arriving::new(length);
        sender.send(Ok("{}")).unwrap();
        drop(sender);
        let proxy = RecordingProxy::start(recorder(arriving), UPSTREAM)
            .await
            .unwrap();
        let (status, body) = through(&proxy, get("/v3/users/40")).await;
        assert_eq!((status, &body[..]), (200, &b"{}"[..]));
        assert_eq!(names(&proxy.recording()), ["01-get-user.exchange"]);
    }
}

#[tokio::test]
async fn headers_of_the_connection_stay_on_their_side() {
    let service = Arc::new(Scripted::new([Step::json(200, "{}")
        .header("x-kept", "1")
        .header("x-dropped", "1")
        .header("connection", "x-dropped")
        .header("content-length", "2")]));
    let proxy = RecordingProxy::start(recorder(service.clone()), UPSTREAM)
        .await
        .unwrap();
    let answer = bytes(
        &proxy,
        "POST /oauth/token?a=1 HTTP/1.1\r\nhost: here\r\nconnection: close, x-hop\r\nx-hop: 1\r\n\
         te: trailers\r\nx-end: 1\r\ncontent-length: 4\r\n\r\na=b&",
    )
    .await;
    assert!(
        answer.contains("\r\nx-kept: 1\r\n") && !answer.contains("x-dropped"),
        "{answer}"
    );
    assert!(
        answer.contains("\r\ncontent-length: 2\r\n") && answer.ends_with("\r\n\r\n{}"),
        "{answer}"
    );
    let sent = &service.sent()[0];
    assert_eq!(sent.uri(), "https://api.example.invalid/oauth/token?a=1");
    assert_eq!(
        (sent.method().as_str(), &sent.body()[..]),
        ("POST", &b"a=b&"[..])
    );
    let headers: Vec<_> = sent.headers().keys().map(HeaderName::as_str).collect();
    assert_eq!(headers, ["x-end"]);
}

#[tokio::test]
async fn an_answer_passes_with_the_length_that_it_tells_or_has() {
    let told = Step::status(200).header("content-length", "9");
    for (method, step, end) in [
        ("HEAD", told, "content-length: 9\r\n\r\n"),
        (
            "GET",
            Step::status(200).body("{}"),
            "content-length: 2\r\n\r\n{}",
        ),
        ("GET", Step::status(200), "content-length: 0\r\n\r\n"),
    ] {
        let proxy = RecordingProxy::start(recorder(Scripted::new([step])), UPSTREAM)
            .await
            .unwrap();
        let request = format!("{method} /v3/users/40 HTTP/1.1\r\nhost: a\r\n");
        let answer = bytes(&proxy, &format!("{request}connection: close\r\n\r\n")).await;
        let answer = answer.replace("connection: close\r\n", "");
        assert_eq!(answer, format!("HTTP/1.1 200 OK\r\n{end}"));
        assert_eq!(proxy.recording().files().len(), 1);
    }
}

#[tokio::test]
async fn without_an_upstream_the_connection_breaks_and_nothing_is_made_up() {
    let proxy = RecordingProxy::start(
        recorder(Fails::new(Phase::NotSent)),
        "http://nowhere.invalid",
    )
    .await
    .unwrap();
    let answer = bytes(&proxy, "GET /v3/users/40 HTTP/1.1\r\nhost: here\r\n\r\n").await;
    assert_eq!(answer, "");
    let recording = proxy.recording();
    assert_eq!(
        recording.not_recorded()[0].loss(),
        Loss::NoAnswer(Phase::NotSent)
    );
    assert_eq!(names(&recording), [""; 0]);
}

#[tokio::test]
async fn an_answer_that_breaks_off_breaks_off_in_the_same_place() {
    let (sender, arriving) = Arriving::new(Some(10));
    sender.send(Ok("{\"a\"")).unwrap();
    let reset = eloomi_core::TransportError::new(Phase::HeadReceived, "reset");
    sender.send(Err(reset)).unwrap();
    let proxy = RecordingProxy::start(recorder(arriving), "http://nowhere.invalid")
        .await
        .unwrap();
    let answer = bytes(&proxy, "GET /v3/users/40 HTTP/1.1\r\nhost: here\r\n\r\n").await;
    assert!(
        answer.ends_with("\r\ncontent-length: 10\r\n\r\n{\"a\""),
        "{answer}"
    );
    assert_eq!(proxy.recording().not_recorded()[0].loss(), Loss::CutOff);
}

#[tokio::test]
async fn an_upstream_that_is_no_url_is_refused_without_quoting_it() {
    for upstream in [
        "/v3/",
        "api.example.invalid/",
        "http://a.invalid/?q=",
        "http://a.invalid/",
        "",
        "http://a b",
    ] {
        let recorder = recorder(Scripted::new([]));
        let error = RecordingProxy::start(recorder, format!("{upstream}{SECRET}"))
            .await
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "the upstream is no URL of a scheme and a host alone"
        );
    }
}
