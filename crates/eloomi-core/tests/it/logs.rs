//! What a log holds of calls: method, route template, status, attempts and waits, and no more.

use std::{
    io::{self, Seek as _},
    sync::Arc,
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{
    Body, Budget, CallOptions, LevelFilter, ManualClock, Session, Transport, TransportError,
};
use futures_util::FutureExt as _;
use http::{Request, Response};
use tracing::Level;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::{
    script::{Script, answer, answer_with, base, gated, while_time_passes},
    things::{GET, POST, call},
};

/// Everything that is logged while `test` runs, at every level.
fn logged(test: impl Future<Output = ()>) -> String {
    let file = Arc::new(tempfile::tempfile().unwrap());
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(Level::TRACE)
        .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
        .without_time()
        .with_ansi(false)
        .with_writer(Arc::clone(&file))
        .finish();
    tracing::subscriber::with_default(subscriber, || test.now_or_never().unwrap());
    (&*file).rewind().unwrap();
    io::read_to_string(&*file).unwrap()
}

/// The log without how long spans were busy.
fn lasting(log: &str) -> String {
    let line = |line: &str| line.split(" time.busy=").next().unwrap().trim().to_owned();
    log.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn session(script: &Script, clock: &ManualClock) -> Session {
    script.builder(clock).options(CallOptions::new()).build()
}

#[test]
fn a_call_shows_method_route_status_attempts_and_waits() {
    let log = logged(async {
        let clock = ManualClock::new();
        let busy = answer_with(503, &[("retry-after", "7")], "");
        let script = Script::new([busy, answer(200, "done")]);
        let session = session(&script, &clock);
        while_time_passes(&clock, session.send(call(&GET)))
            .await
            .unwrap();
    });
    insta::assert_snapshot!(lasting(&log));
}

#[test]
fn a_call_that_fails_shows_its_kind_and_not_its_words() {
    let log = logged(async {
        let script = Script::new([answer(404, "jane@example.com")]);
        script.session().send(call(&GET)).await.unwrap_err();
    });
    insta::assert_snapshot!(lasting(&log));
}

#[test]
fn nothing_of_what_is_asked_or_answered_is_logged() {
    let log = logged(async {
        let clock = ManualClock::new();
        let script = Script::new([
            answer_with(
                429,
                &[("retry-after", "1"), ("x-canary", "canary")],
                "canary",
            ),
            answer_with(200, &[("x-canary", "canary")], "canary"),
        ]);
        let request = call(&POST)
            .target("/things/canary?q=canary")
            .header("x-canary", "canary")
            .body("canary");
        let session = session(&script, &clock);
        while_time_passes(&clock, session.send(request))
            .await
            .unwrap();
    });
    assert!(log.contains("/things/{name}"), "{log}");
    assert!(!log.contains("canary"), "{log}");
}

#[test]
fn everything_stops_with_one_warning_however_many_are_refused_together() {
    let log = logged(async {
        let clock = ManualClock::new();
        let busy = || gated(answer_with(429, &[("retry-after", "2")], ""));
        let ((open, first), (open_too, second)) = (busy(), busy());
        let script = Script::new([first, second, answer(200, ""), answer(200, "")]);
        let session = script
            .builder(&clock)
            .options(CallOptions::new())
            .budget(Budget::new(600, Duration::from_secs(60)))
            .build();
        let mut both =
            Box::pin(async { tokio::join!(session.send(call(&GET)), session.send(call(&GET))) });
        assert!((&mut both).now_or_never().is_none());
        open.send(()).unwrap();
        open_too.send(()).unwrap();
        let (one, other) = while_time_passes(&clock, both).await;
        assert!(one.is_ok() && other.is_ok());
    });
    let warnings: Vec<_> = log.lines().filter(|line| line.contains("WARN")).collect();
    assert_eq!(warnings.len(), 1, "{log}");
    assert!(warnings[0].contains("429"), "{}", warnings[0]);
}

/// A stack that says too much.
struct Chatty;

#[async_trait]
impl Transport for Chatty {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let _span = tracing::debug_span!("stack", uri = %request.uri()).entered();
        tracing::debug!(headers = ?request.headers(), "sending");
        tracing::warn!("something is odd");
        Ok(Response::new(Body::from("done")))
    }
}

/// What is logged of a request over a chatty stack.
fn chatter(most: Option<LevelFilter>) -> String {
    logged(async move {
        let mut builder = Session::builder(base(), Chatty);
        if let Some(most) = most {
            builder = builder.stack_logs(most);
        }
        let request = call(&GET)
            .target("/things/canary")
            .header("x-key", "canary");
        builder.build().send(request).await.unwrap();
    })
}

#[test]
fn of_the_stacks_words_only_warnings_are_let_through() {
    let log = chatter(None);
    assert!(log.contains("something is odd"), "{log}");
    assert!(!log.contains("sending") && !log.contains("canary"), "{log}");
}

#[test]
fn the_stack_may_be_silenced_or_let_speak() {
    let silent = chatter(Some(LevelFilter::OFF));
    assert!(!silent.contains("something is odd"), "{silent}");
    assert!(
        silent.contains("call{operation"),
        "our own spans are not the stack's: {silent}"
    );
    let open = chatter(Some(LevelFilter::TRACE));
    assert!(
        open.contains("sending") && open.contains("canary"),
        "{open}"
    );
}
