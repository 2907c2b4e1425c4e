//! What goes out.

use std::sync::Arc;

use async_trait::async_trait;
use eloomi_core::{
    Authorizer, CallOptions, Error, ErrorKind, ManualClock, Refusal, Reply, Session, Stamp,
};
use http::{HeaderMap, HeaderValue, Request};

use crate::{
    script::{Script, answer},
    things::{Call, GET, POST, call},
};

async fn sent(request: Call) -> Request<bytes::Bytes> {
    let script = Script::new([answer(200, "")]);
    script.session().send(request).await.unwrap();
    script.only()
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|&(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
        .collect()
}

#[tokio::test]
async fn the_target_is_absolute_and_the_rest_is_as_written() {
    let request = sent(call(&POST).target("/things/a%20b?x=1").body("{}")).await;
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://api.example.com/things/a%20b?x=1");
    assert_eq!(request.body(), "{}");
}

#[tokio::test]
async fn json_and_gzip_are_asked_for() {
    let request = sent(call(&GET)).await;
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.headers()["accept-encoding"], "gzip");
    assert_eq!(request.headers().len(), 3);
}

#[tokio::test]
async fn the_user_agent_names_this_library_unless_told_otherwise() {
    let request = sent(call(&GET)).await;
    let name = request.headers()["user-agent"].to_str().unwrap().to_owned();
    assert!(name.starts_with("eloomi-core/"), "{name}");

    let script = Script::new([answer(200, "")]);
    let session = script
        .builder(&ManualClock::new())
        .user_agent(HeaderValue::from_static("nightly/2"))
        .build();
    session.send(call(&GET)).await.unwrap();
    assert_eq!(script.only().headers()["user-agent"], "nightly/2");
}

#[tokio::test]
async fn an_endpoint_may_accept_another_type() {
    let request = sent(call(&GET).header("accept", "application/pdf")).await;
    assert_eq!(request.headers()["accept"], "application/pdf");
}

#[tokio::test]
async fn an_encoding_that_nobody_undoes_cannot_be_asked_for() {
    let request = sent(call(&GET).header("accept-encoding", "br")).await;
    let asked: Vec<_> = request
        .headers()
        .get_all("accept-encoding")
        .iter()
        .collect();
    assert_eq!(asked, ["gzip"]);
}

#[tokio::test]
async fn the_callers_headers_go_out() {
    let script = Script::new([answer(200, "")]);
    let options = CallOptions::new().headers(headers(&[("x-tenant", "7")]));
    script
        .session()
        .with(options)
        .send(call(&GET))
        .await
        .unwrap();
    assert_eq!(script.only().headers()["x-tenant"], "7");
}

/// A key that never changes.
struct Key;

#[async_trait]
impl Authorizer for Key {
    fn is_ready(&self) -> bool {
        true
    }

    async fn prepare(&self, _anonymous: &Session) -> Result<(), Error> {
        Ok(())
    }

    fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp> {
        headers.insert("authorization", HeaderValue::from_static("Bearer good"));
        Some(Stamp(1))
    }

    fn refused(&self, _used: Stamp, _reply: &Reply) -> Refusal {
        Refusal::Final
    }
}

#[tokio::test]
async fn the_credential_is_written_last_and_wins() {
    let script = Script::new([answer(200, "")]);
    let session = script
        .builder(&ManualClock::new())
        .authorizer(Arc::new(Key))
        .build();
    let options = CallOptions::new().headers(headers(&[("authorization", "Bearer of-options")]));
    let request = call(&GET).header("authorization", "Bearer of-endpoint");
    session.with(options).send(request).await.unwrap();
    let request = script.only();
    let written: Vec<_> = request.headers().get_all("authorization").iter().collect();
    assert_eq!(written, ["Bearer good"]);
}

async fn refused(target: &str) -> Error {
    let script = Script::default();
    let error = script
        .session()
        .send(call(&GET).target(target))
        .await
        .unwrap_err();
    assert!(script.sent().is_empty(), "{target}");
    assert!(!error.was_sent());
    assert_eq!(error.kind(), ErrorKind::Request, "{target}");
    error
}

#[tokio::test]
async fn a_target_on_another_host_is_refused() {
    for target in [
        "https://evil.example.com/things",
        "http://api.example.com/things",
        "evil.example.com:443",
        "*",
    ] {
        refused(target).await;
    }
}

#[tokio::test]
async fn two_slashes_do_not_name_a_host() {
    let request = sent(call(&GET).target("//evil.example.com/things")).await;
    assert_eq!(request.uri().host(), Some("api.example.com"));
}

#[tokio::test]
async fn a_dot_segment_in_a_target_is_refused() {
    for target in [
        "/things/.",
        "/things/..",
        "/things/../admin",
        "/things/./one?x=1",
        "/things/%2e%2e",
        "/things/%2E",
        "/things/.%2e/admin",
        "/things/one\\..\\admin",
    ] {
        let error = refused(target).await;
        assert!(error.to_string().contains("dot segment"), "{error}");
    }
}

#[tokio::test]
async fn dots_within_a_segment_are_names() {
    for target in [
        "/things/a..b",
        "/things/...",
        "/.well-known",
        "/things?x=/../y",
    ] {
        assert_eq!(
            sent(call(&GET).target(target)).await.uri(),
            format!("https://api.example.com{target}").as_str()
        );
    }
}
