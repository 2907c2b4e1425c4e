//! What comes back: encodings and caps.

use bytes::Bytes;
use eloomi_core::{Body, CallOptions, Error, ErrorKind};

use crate::{
    script::{Script, Step, answer, answer_with, broken, gzip},
    things::{GET, POST, call},
};

async fn get(step: Step, options: CallOptions) -> Result<String, Error> {
    Script::new([step])
        .session()
        .with(options)
        .send(call(&GET))
        .await
}

fn gzipped(body: impl Into<Body>) -> Step {
    answer_with(200, &[("content-encoding", "gzip")], body)
}

#[tokio::test]
async fn gzip_is_undone_and_its_headers_are_gone() {
    let body = gzip(b"hello");
    let length = body.len().to_string();
    let headers = [
        ("content-encoding", "gzip"),
        ("content-length", length.as_str()),
        ("x-kept", "1"),
    ];
    let script = Script::new([answer_with(200, &headers, body)]);
    let answer = script.session().call(call(&GET)).await.unwrap();
    assert_eq!(answer.value, "hello");
    let left: Vec<_> = answer
        .headers
        .keys()
        .map(http::HeaderName::as_str)
        .collect();
    assert_eq!(left, ["x-kept"]);
}

#[tokio::test]
async fn gzip_is_undone_in_errors_too() {
    let headers = [("content-encoding", "GZIP")];
    let error = get(
        answer_with(500, &headers, gzip(b"oh no")),
        CallOptions::new(),
    )
    .await
    .unwrap_err();
    assert_eq!(error.server_message(), Some("oh no"));
}

#[tokio::test]
async fn identity_is_no_encoding() {
    let step = answer_with(200, &[("content-encoding", "identity")], "plain");
    assert_eq!(get(step, CallOptions::new()).await.unwrap(), "plain");
}

#[tokio::test]
async fn an_unknown_encoding_is_an_error() {
    for coding in ["br", "gzip, gzip", "zstd", ""] {
        let step = answer_with(200, &[("content-encoding", coding)], "?");
        let error = get(step, CallOptions::new()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{coding}");
    }
}

#[tokio::test]
async fn two_encodings_in_two_lines_are_an_error() {
    let headers = [("content-encoding", "gzip"), ("content-encoding", "br")];
    let step = answer_with(200, &headers, gzip(b"?"));
    let error = get(step, CallOptions::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn plain_text_that_claims_to_be_gzip_is_not_understood() {
    let error = get(gzipped("{}"), CallOptions::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn gzip_cut_short_is_a_damaged_transfer() {
    let whole = gzip(b"hello");
    let error = get(gzipped(whole.slice(..whole.len() - 4)), CallOptions::new())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let causes = std::iter::successors(std::error::Error::source(&error), |cause| cause.source());
    let causes: Vec<_> = causes.map(ToString::to_string).collect();
    let damaged = "the gzip encoding of the body is cut short or damaged";
    let of = causes.iter().position(|cause| cause == damaged);
    assert_eq!(of, Some(causes.len() - 2), "{causes:?}");
}

#[tokio::test]
async fn an_empty_body_needs_no_gzip_trailer() {
    let headers = [("content-encoding", "gzip")];
    let step = answer_with(204, &headers, Body::empty());
    assert_eq!(get(step, CallOptions::new()).await.unwrap(), "");
}

#[tokio::test]
async fn a_failure_in_an_unknown_encoding_is_still_that_failure() {
    let step = answer_with(503, &[("content-encoding", "br")], "?");
    let error = get(step, CallOptions::new()).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
}

#[tokio::test]
async fn a_success_may_be_as_large_as_its_cap_and_no_larger() {
    let options = || CallOptions::new().max_body(10);
    assert!(get(answer(200, "0123456789"), options()).await.is_ok());
    let error = get(answer(200, "0123456789a"), options())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn a_refusal_whose_words_are_over_their_cap_is_a_refusal_without_words() {
    let options = CallOptions::new().max_body(1).max_error_body(10);
    let error = get(answer(400, "0123456789a"), options).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert_eq!(error.status().unwrap(), 400);
}

#[tokio::test]
async fn the_cap_counts_what_was_decoded() {
    let bomb = gzip(&vec![b' '; 1 << 20]);
    assert!(bomb.len() < 4096);
    let error = get(gzipped(bomb), CallOptions::new().max_body(4096))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn a_body_without_end_stops_at_the_cap() {
    let (sender, body) = crate::script::pieces();
    for _ in 0..100 {
        sender.send(Ok(Bytes::from_static(&[b' '; 100]))).unwrap();
    }
    // The sender lives: the body has no end, and nobody waits for one.
    let error = get(answer(200, body), CallOptions::new().max_body(500))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(
        sender.send(Ok(Bytes::new())).is_err(),
        "the body is still read"
    );
}

#[tokio::test]
async fn a_body_that_breaks_is_a_lost_answer() {
    let error = get(answer(200, broken("{")), CallOptions::new())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let script = Script::new([answer(201, broken("{"))]);
    let error = script.session().send(call(&POST)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Ambiguous);
}

/// An answer that says that it is JSON.
fn json(status: u16, body: &'static str) -> Step {
    answer_with(
        status,
        &[("content-type", "application/JSON; charset=utf-8")],
        body,
    )
}

#[tokio::test]
async fn json_may_be_nested_as_deeply_as_its_cap_and_no_deeper() {
    let options = || CallOptions::new().max_depth(2);
    assert_eq!(get(json(200, "[[1]]"), options()).await.unwrap(), "[[1]]");
    let error = get(json(200, "[[[1]]]"), options()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("2 levels"), "{error}");
}

#[tokio::test]
async fn json_without_an_end_is_a_lost_answer() {
    let error = get(json(200, "[1, 2"), CallOptions::new())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn brackets_are_counted_in_the_json_of_a_success_only() {
    let options = || CallOptions::new().max_depth(2);
    assert_eq!(get(answer(200, "[[[1"), options()).await.unwrap(), "[[[1");
    let error = get(json(500, "[[[1"), options()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
}
