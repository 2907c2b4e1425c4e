//! What holds whatever is asked: paths, types, compression, origins, long heads.

use std::time::Duration;

use eloomi_sim::{Directory, Matcher};
use http_body_util::Full;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::calls::{call, send, writer};
use crate::client::{Answer, request, within};

async fn started() -> (Directory, String) {
    let directory = Directory::start().await.unwrap();
    let token = writer(&directory).await;
    (directory, token)
}

/// A GET of the list with one header more.
async fn list_with(name: &str, value: &str) -> Answer {
    let (directory, token) = started().await;
    let asked = request("GET", "/users").header("authorization", format!("Bearer {token}"));
    send(
        &directory,
        asked.header(name, value).body(Full::default()).unwrap(),
    )
    .await
}

#[tokio::test]
async fn a_wrong_path_is_a_page_for_readers_and_unknown_to_writers() {
    let (directory, token) = started().await;
    for path in [
        "/",
        "/USERS",
        "//users",
        "/users/",
        "/oauth/token",
        "/users/a/b",
    ] {
        let answer = call(&directory, &token, "GET", path).await;
        let page = (answer.status, answer.header("content-type"));
        assert_eq!(page, (200, Some("text/html; charset=utf-8")), "{path}");
    }
    for (method, path) in [
        ("POST", "/users/me"),
        ("DELETE", "/users"),
        ("PATCH", "/"),
        ("PUT", "/users/"),
    ] {
        let answer = call(&directory, &token, method, path).await;
        assert_eq!(answer.status, 404, "{method} {path}");
    }
    assert_eq!(
        call(&directory, &token, "GET", "/logo.png").await.status,
        404
    );
}

#[tokio::test]
async fn what_no_token_opens_is_forbidden() {
    let (directory, token) = started().await;
    for (method, path, message) in [
        ("GET", "/apps", "out_of_scope"),
        ("DELETE", "/hooks/x", "out_of_scope"),
        ("POST", "/login", "Forbidden"),
        ("POST", "/oauth/authorize", "Forbidden"),
    ] {
        let answer = call(&directory, &token, method, path).await;
        assert_eq!(
            (answer.status, &*super::calls::message(&answer)),
            (403, message),
            "{path}"
        );
    }
}

#[tokio::test]
async fn long_bodies_are_compressed_for_whoever_accepts_it() {
    let answer = list_with("accept-encoding", "gzip").await;
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    assert_eq!(answer.header("vary"), Some("origin,accept-encoding"));
    assert_eq!(answer.body[..2], [0x1f, 0x8b]);
}

#[tokio::test]
async fn a_part_of_a_body_is_given_if_it_is_asked_for() {
    let answer = list_with("range", "bytes=2-8").await;
    assert_eq!((answer.status, answer.text()), (206, "results"));
    let end = list_with("range", "bytes=-1").await;
    assert_eq!(end.text(), "}");
}

#[tokio::test]
async fn one_origin_is_allowed() {
    let allowed = list_with("origin", "http://localhost:8000").await;
    assert_eq!(
        allowed.header("access-control-allow-origin"),
        Some("http://localhost:8000")
    );
    let other = list_with("origin", "https://other.example.com").await;
    assert_eq!(other.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn a_preflight_is_answered() {
    let (directory, _) = started().await;
    for (origin, method) in [
        ("http://localhost:8000", Some("GET")),
        ("https://other.example.com", None),
    ] {
        let asked = request("OPTIONS", "/users")
            .header("origin", origin)
            .header("access-control-request-method", "GET");
        let answer = send(&directory, asked.body(Full::default()).unwrap()).await;
        let told = (answer.status, answer.header("access-control-allow-methods"));
        assert_eq!(told, (200, method), "{origin}");
    }
}

#[tokio::test]
async fn a_head_of_more_than_eight_kilobytes_is_a_bare_400() {
    let long = list_with("x-long", &"x".repeat(8150)).await;
    assert_eq!(
        (long.status, long.header("content-type"), long.text()),
        (400, None, "")
    );
    assert_eq!(list_with("x-long", &"x".repeat(7900)).await.status, 200);
}

#[tokio::test]
async fn an_idle_connection_is_closed() {
    let started = Directory::builder().idle(Duration::from_millis(50)).start();
    let directory = started.await.unwrap();
    let mut stream = TcpStream::connect(directory.addr()).await.unwrap();
    let asked = b"HEAD /users HTTP/1.1\r\nhost: localhost\r\n\r\n";
    stream.write_all(asked).await.unwrap();
    let mut heard = String::new();
    within(stream.read_to_string(&mut heard)).await.unwrap();
    assert!(
        heard.starts_with("HTTP/1.1 401 ") && heard.ends_with("\r\n\r\n"),
        "{heard}"
    );
}

#[tokio::test]
async fn an_answer_may_take_longer_than_a_connection_may_be_idle() {
    let started = Directory::builder().idle(Duration::from_millis(50)).start();
    let directory = started.await.unwrap();
    directory.delay_next(Matcher::path("/users"), Duration::from_millis(200));
    let answer = call(&directory, "x", "GET", "/users").await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn a_body_of_another_kind_is_refused_by_its_type() {
    let (directory, token) = started().await;
    for (kind, status, text) in [
        ("application/xml", 415, "Unsupported Media Type"),
        ("text/plain", 400, "\"value\" must be an object"),
        ("json", 400, "Invalid content-type header"),
        (
            "application/json",
            400,
            "Invalid request payload JSON format",
        ),
    ] {
        let asked = request("POST", "/users")
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", kind);
        let answer = send(&directory, asked.body("<a/>".into()).unwrap()).await;
        let told = (answer.status, super::calls::message(&answer));
        assert_eq!(told, (status, text.to_owned()), "{kind}");
    }
}
