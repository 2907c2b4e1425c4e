//! Nothing that is the caller's or the service's own is ever printed.
//!
//! Every place that holds data gets a mark of its own, and every text that may reach a log
//! is searched for all of them.

use std::{error::Error as _, fmt::Debug};

use eloomi_core::{CallOptions, Error, Phase, Repeat, Reply, ResponseError, Route, Session};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use crate::{
    script::{Script, Step, answer_with, broken, gzip},
    things::{Call, GET, POST, Things, call},
};

const MARKS: [&str; 8] = [
    "mark-path",
    "mark-query",
    "mark-body",
    "mark-header",
    "mark-option",
    "mark-answer",
    "mark-reply",
    "mark@example.com",
];

#[track_caller]
fn assert_silent(text: &str) {
    for mark in MARKS {
        assert!(!text.contains(mark), "{mark} is printed: {text}");
    }
}

#[track_caller]
fn assert_debug_silent(value: &dyn Debug) {
    assert_silent(&format!("{value:?}"));
    assert_silent(&format!("{value:#?}"));
}

#[track_caller]
fn assert_error_silent(error: &Error) {
    assert_silent(&error.to_string());
    assert_debug_silent(error);
    let mut source = error.source();
    while let Some(cause) = source {
        assert_silent(&cause.to_string());
        assert_debug_silent(&cause);
        source = cause.source();
    }
}

fn marked(route: &'static Route) -> Call {
    call(route)
        .target("/things/mark-path?q=mark-query&e=mark@example.com")
        .header("x-mark", "mark-header")
        .body("mark-body")
}

fn options() -> CallOptions {
    let mut headers = HeaderMap::new();
    headers.insert("x-option", HeaderValue::from_static("mark-option"));
    CallOptions::new().headers(headers)
}

fn session(step: Step) -> Session {
    Script::new([step]).session().with(options())
}

fn reply(status: u16) -> Step {
    let headers = [
        ("x-reply", "mark-reply"),
        ("x-request-id", "mark@example.com"),
    ];
    answer_with(status, &headers, "mark-answer")
}

fn with_encoding(coding: &str, body: &[u8]) -> Step {
    let headers = [("content-encoding", coding), ("x-reply", "mark-reply")];
    answer_with(200, &headers, bytes::Bytes::copy_from_slice(body))
}

#[tokio::test]
async fn no_error_prints_what_was_sent_or_answered() {
    for route in [&GET, &POST] {
        let cut = gzip(b"mark-answer");
        let steps = [
            Step::Fail(Phase::NotSent),
            Step::Fail(Phase::MaybeSent),
            reply(302),
            reply(400),
            reply(401),
            reply(403),
            reply(404),
            reply(429),
            reply(500),
            with_encoding("mark-reply", b"mark-answer"),
            with_encoding("gzip", b"mark-answer"),
            with_encoding("gzip", &cut[..cut.len() - 5]),
            answer_with(200, &[], broken("mark-answer")),
            with_encoding("identity", b"mark-answer\xff"),
        ]
        .map(session);
        for session in steps {
            let error = session.send(marked(route)).await.unwrap_err();
            assert_error_silent(&error);
        }
    }
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_not_printed() {
    let options = options().max_body(3).max_error_body(3);
    for status in [200, 500] {
        let session = session(reply(status)).with(options.clone());
        assert_error_silent(&session.send(marked(&GET)).await.unwrap_err());
    }
}

#[tokio::test]
async fn a_refused_target_is_not_printed() {
    for target in [
        "/mark-path/../x",
        "https://mark-path.example.com/mark-query",
    ] {
        let session = session(reply(200));
        let error = session.send(marked(&GET).target(target)).await.unwrap_err();
        assert_error_silent(&error);
    }
}

#[tokio::test]
async fn a_list_that_breaks_is_not_printed() {
    for body in [
        "{\"data\":[\"mark-answer bad\"]}",
        "{\"data\":[\"mark-answer",
        "{\"data\":[{} \"mark-answer\"]}",
        "<mark-answer>",
    ] {
        let mut items = session(answer_with(200, &[], body)).stream(Things::default());
        let error = loop {
            if let Err(error) = items.next().await.unwrap() {
                break error;
            }
        };
        assert_error_silent(&error);
        assert_debug_silent(&items);
    }
}

#[tokio::test]
async fn the_services_words_are_there_when_asked_for() {
    let error = session(reply(400)).send(marked(&GET)).await.unwrap_err();
    assert_eq!(error.server_message(), Some("mark-answer"));
}

#[tokio::test]
async fn an_answer_prints_neither_value_nor_headers() {
    let answer = session(reply(200)).call(marked(&GET)).await.unwrap();
    assert_eq!(answer.value, "mark-answer");
    assert_debug_silent(&answer);
}

#[test]
fn a_reply_prints_neither_headers_nor_body() {
    let mut headers = HeaderMap::new();
    headers.insert("x-reply", HeaderValue::from_static("mark-reply"));
    assert_debug_silent(&Reply::new(StatusCode::OK, headers, "mark-answer"));
}

#[test]
fn a_session_and_its_options_print_no_header() {
    assert_debug_silent(&options());
    assert_debug_silent(&session(reply(200)));
    let builder = Script::default().builder(&eloomi_core::ManualClock::new());
    assert_debug_silent(&builder.options(options()));
}

#[test]
fn a_request_on_its_way_prints_neither_path_nor_query_nor_body() {
    static ROUTE: Route = Route::new("putThing", Method::PUT, "/things/{id}", Repeat::Idempotent);
    let builder = ROUTE
        .fill(&[&"mark-path"])
        .unwrap()
        .query("q", Some("mark-query"))
        .json("mark-body");
    assert_debug_silent(&builder);
}

#[test]
fn a_path_value_that_is_refused_is_not_printed() {
    static ROUTE: Route = Route::new("getThing", Method::GET, "/things/{id}", Repeat::Safe);
    let error = ROUTE.fill(&[&"mark-path\r\n"]).unwrap_err();
    assert_silent(&error.to_string());
    assert_debug_silent(&error);
}

#[test]
fn what_an_endpoint_says_of_an_answer_keeps_the_services_words() {
    let error = ResponseError::new(eloomi_core::ErrorKind::Rejected).server_message("mark-answer");
    assert_silent(&error.to_string());
    assert_debug_silent(&error);
}

#[test]
fn a_text_that_is_no_base_url_is_not_printed() {
    let error = "https://mark-header:mark-body@h"
        .parse::<eloomi_core::BaseUrl>()
        .unwrap_err();
    assert_silent(&error.to_string());
    assert_debug_silent(&error);
}
