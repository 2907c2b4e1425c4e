//! Servers that do anything: whatever they do, a call ends in time, a create is seen once, and no
//! text tells of a person or a secret.
//!
//! `PROPTEST_CASES=1000 cargo test -p eloomi --all-features --test it random_scripts` tries more.

use std::{
    io::{self, Seek as _},
    sync::Arc,
    time::Duration,
};

use eloomi::{Client, Error, ErrorKind};
use eloomi_sim::FaultScript;
use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError, TestRunner},
};
use serde::Deserialize as _;
use serde_json::{Value, json};
use tokio::time::error::Elapsed;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::{
    faults::driver::{Ask, CANARIES, Knobs, Wiring, ask, client, tells_nothing},
    ground::Stack,
};

/// What a call may take: 600 ms for all its attempts, and what two busy cores add.
const DEADLINE: Duration = Duration::from_millis(600);
const SLACK: Duration = Duration::from_secs(5);

const PERSON: &str = r#"{"status_code":200,"data":{"id":4711,"email":"canary@example.com"}}"#;
const PEOPLE: &str = r#"{"status_code":200,"data":[{"id":4711,"email":"canary@example.com"}]}"#;

/// Something that a server does once it has read a request, or instead.
fn deed() -> impl Strategy<Value = Value> {
    let status = prop_oneof![
        Just(200u16),
        Just(204),
        Just(301),
        Just(400),
        Just(401),
        Just(404),
        Just(408),
        Just(429),
        Just(500),
        Just(502),
        Just(503),
        Just(504),
    ];
    let body = prop_oneof![
        Just(PERSON.to_owned()),
        Just(PEOPLE.to_owned()),
        Just(r#"{"status_code":503,"message":"canary"}"#.to_owned()),
        Just("<html>canary".to_owned()),
        "\\PC{0,40}",
    ];
    let header = prop_oneof![
        Just("x-canary: canary"),
        Just("retry-after: 0"),
        Just("retry-after: 86400"),
        Just("content-encoding: gzip"),
        Just("location: http://127.0.0.1:9/canary"),
        Just("x-ratelimit-limit: 0"),
        Just("content-type: application/json"),
    ];
    prop_oneof![
        4 => (status, body.clone(), prop::collection::vec(header, 0..3)).prop_map(
            |(status, body, headers)| {
                json!({ "answer": { "status": status, "headers": headers, "body": body } })
            }
        ),
        4 => prop_oneof![Just(PERSON), Just(PEOPLE)].prop_map(|text| json!({ "json": text })),
        2 => (body.clone(), 0usize..60).prop_map(|(text, bytes)| {
            let head = "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n";
            json!({ "limit_data": { "text": format!("{head}{text}"), "bytes": bytes } })
        }),
        1 => body.clone().prop_map(|text| json!({ "gzip": { "plain": text, "cut": 5 } })),
        1 => body.prop_map(|text| json!({ "write": text })),
        1 => (1u64..60).prop_map(|every| {
            let text = format!("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{PERSON}");
            json!({ "slicer": { "text": text, "bytes": 7, "every": every } })
        }),
        1 => (0u64..300).prop_map(|time| json!({ "sleep": time })),
        1 => Just(json!("MALFORMED_RESPONSE_CHUNK")),
        1 => Just(json!("RANDOM_DATA_THEN_CLOSE")),
        1 => Just(json!("CONNECTION_RESET_BY_PEER")),
        1 => Just(json!("EMPTY_RESPONSE")),
        1 => Just(json!("fin")),
        1 => Just(json!("half_close")),
        1 => Just(json!("timeout")),
    ]
}

/// What happens on one connection.
fn connection() -> impl Strategy<Value = Vec<Value>> {
    let turn = (prop::bool::weighted(0.9), deed())
        .prop_map(|(reads, deed)| reads.then(|| json!("read")).into_iter().chain([deed]));
    prop::collection::vec(turn, 1..4).prop_map(|turns| turns.into_iter().flatten().collect())
}

fn asked() -> impl Strategy<Value = Ask> {
    prop_oneof![
        3 => Just(Ask::Create),
        1 => Just(Ask::Get(4711)),
        1 => Just(Ask::Update(4711)),
        1 => Just(Ask::Delete(4711)),
        1 => Just(Ask::List),
    ]
}

/// Runs this, and keeps all that anybody on this thread logs meanwhile, at every level.
fn logged<T>(run: impl FnOnce() -> T) -> (T, String) {
    let file = Arc::new(tempfile::tempfile().unwrap());
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::NEW | FmtSpan::ACTIVE)
        .without_time()
        .with_ansi(false)
        .with_writer(Arc::clone(&file))
        .finish();
    let value = tracing::subscriber::with_default(subscriber, run);
    (&*file).rewind().unwrap();
    (value, io::read_to_string(&*file).unwrap().to_lowercase())
}

/// One call to a server that follows this script.
fn try_out(stack: Stack, connections: &[Vec<Value>], what: Ask) -> Result<(), TestCaseError> {
    let script = json!({ "connections": connections });
    let may_be_resent = script.to_string().contains("\"status\":401")
        || script.to_string().contains("\"status\":429");
    let script = FaultScript::deserialize(script).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let (tried, log) = logged(|| {
        runtime.block_on(async {
            let server = eloomi_sim::FaultServer::start(script).await.unwrap();
            let client = hasty(stack, &server.base_url());
            // A list has a deadline for each of its pages, of which these servers have few.
            let pages = if matches!(what, Ask::List) { 4 } else { 1 };
            let outcome = at_most(DEADLINE * pages + SLACK, ask(&client, what)).await;
            prop_assert!(outcome.is_ok(), "it does not end in time");
            let outcome = outcome.unwrap();
            drop(client);
            server.quiet().await;
            let posts = server.journal().posts();
            if matches!(what, Ask::Create) {
                prop_assert!(posts <= 1 || may_be_resent, "{posts} creates were seen");
            }
            judged(&outcome)
        })
    });
    tried?;
    prop_assert!(log.contains("attempt"), "nothing was logged");
    for canary in CANARIES {
        prop_assert!(!log.contains(canary), "{canary} is in the log: {log}");
    }
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "what is tested is the client's own clock"
)]
async fn at_most<F: Future>(time: Duration, future: F) -> Result<F::Output, Elapsed> {
    tokio::time::timeout(time, future).await
}

fn hasty(stack: Stack, base_url: &str) -> Client {
    let knobs = Knobs {
        timeout: Some(600),
        attempt_timeout: Some(200),
        head_timeout: Some(100),
        min_throughput: Some(50),
        per: Some(100),
        max_retry_after: Some(100),
        ..Knobs::default()
    };
    client(base_url, Wiring::of(None, &knobs).transport(stack), &knobs)
}

/// What an error says is consistent, and tells of nobody.
fn judged(outcome: &Result<String, Error>) -> Result<(), TestCaseError> {
    let Err(error) = outcome else { return Ok(()) };
    tells_nothing(error);
    prop_assert!(error.attempts() <= 4, "three, and one with a new token");
    if error.kind() == ErrorKind::Ambiguous {
        prop_assert!(error.was_sent() && !error.is_retryable());
        prop_assert!(error.how_to_check().is_some());
    }
    Ok(())
}

fn random(stack: Stack) {
    let strategy = (prop::collection::vec(connection(), 1..4), asked());
    let config = Config {
        cases: std::env::var("PROPTEST_CASES").map_or(64, |cases| cases.parse().unwrap()),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&strategy, |(connections, what)| {
            try_out(stack, &connections, what)
        })
        .unwrap();
}

#[test]
fn whatever_a_server_does_a_call_ends_in_time_and_tells_of_nobody_on_hyper() {
    random(Stack::Hyper);
}

#[test]
fn whatever_a_server_does_a_call_ends_in_time_and_tells_of_nobody_on_reqwest() {
    random(Stack::Reqwest);
}
