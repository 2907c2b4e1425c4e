//! Transports that do as they are told.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use eloomi_core::{
    CallOptions, Endpoint, ErrorKind, ManualClock, Phase, Repeat, Reply, RequestError,
    ResponseError, Route, Session, Transport,
};
use eloomi_replay::{Exchange, Fails, NeverAnswers, Scripted, Step};
use http::{Method, Request};
use http_body_util::BodyExt as _;

use crate::files::LIST;

/// Reads the status and the body.
struct Look;

static LOOK: Route = Route::new("look", Method::GET, "/v3/users", Repeat::Safe);

impl Endpoint for Look {
    type Output = (u16, Bytes);

    fn route(&self) -> &'static Route {
        &LOOK
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.route().fill(&[])?.build()
    }

    fn response(&self, reply: &Reply) -> Result<(u16, Bytes), ResponseError> {
        Ok((reply.status.as_u16(), reply.body.clone()))
    }
}

/// A session that sends once.
fn session(transport: Arc<dyn Transport>, clock: &ManualClock) -> Session {
    Session::builder("https://api.example.invalid".parse().unwrap(), transport)
        .clock(Arc::new(clock.clone()))
        .options(CallOptions::new().attempts(1))
        .build()
}

fn request() -> Request<Bytes> {
    Request::get("/").body(Bytes::new()).unwrap()
}

#[tokio::test]
async fn each_request_takes_the_next_step() {
    let list = Exchange::parse(LIST).unwrap();
    let script = Arc::new(Scripted::new([
        Step::status(204),
        Step::json(404, "{}"),
        Step::fails(Phase::MaybeSent),
        Step::exchange(&list),
        Step::status(503).header("retry-after", "1").body("later"),
    ]));
    let session = session(script.clone(), &ManualClock::new());
    assert_eq!(session.send(Look).await.unwrap().0, 204);
    assert_eq!(session.send(Look).await.unwrap(), (404, "{}".into()));
    let error = session.send(Look).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.was_sent()),
        (ErrorKind::Transport, true)
    );
    let (status, body) = session.send(Look).await.unwrap();
    assert_eq!((status, &body[..]), (200, list.response.body.as_bytes()));
    assert_eq!(script.steps_left(), 1);

    let answer = script.send(request()).await.unwrap();
    assert_eq!(answer.headers()["retry-after"], "1");
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(body, "later");
    let targets: Vec<_> = script
        .sent()
        .iter()
        .map(|it| it.uri().path().to_owned())
        .collect();
    assert_eq!(
        targets,
        ["/v3/users", "/v3/users", "/v3/users", "/v3/users", "/"]
    );
}

#[tokio::test]
async fn a_request_without_a_step_fails_for_good() {
    let error = Scripted::new([]).send(request()).await.err().unwrap();
    assert_eq!(
        (error.phase(), error.is_permanent()),
        (Phase::NotSent, true)
    );
}

#[tokio::test]
async fn a_step_that_cannot_be_fails_when_its_turn_comes() {
    let wrong = [
        Step::status(1_000),
        Step::status(200).header("a b", "c"),
        Step::status(200).header("a", "b\n").header("c", "d"),
    ];
    let script = Scripted::new(wrong);
    for _ in 0..3 {
        let error = script.send(request()).await.err().unwrap();
        assert_eq!(
            (error.phase(), error.is_permanent()),
            (Phase::NotSent, true)
        );
    }
}

#[tokio::test]
async fn a_delayed_step_waits_for_its_clock() {
    let clock = ManualClock::new();
    let delayed = Step::status(204).after(Duration::from_secs(3), Arc::new(clock.clone()));
    let script = Arc::new(Scripted::new([delayed]));
    let sending = tokio::spawn({
        let script = Arc::clone(&script);
        async move { script.send(request()).await.unwrap().status() }
    });
    while clock.sleepers() == 0 {
        tokio::task::yield_now().await;
    }
    clock.advance(Duration::from_millis(2_999));
    tokio::task::yield_now().await;
    assert!(!sending.is_finished());
    clock.advance(Duration::from_millis(1));
    assert_eq!(sending.await.unwrap(), 204);
}

#[tokio::test]
async fn who_is_never_answered_gives_up() {
    let (clock, silence) = (ManualClock::new(), Arc::new(NeverAnswers::new()));
    let scripted = Arc::new(Scripted::new([Step::never()]));
    for transport in [silence.clone() as Arc<dyn Transport>, scripted] {
        let session = session(transport, &clock);
        let call = tokio::spawn(async move { session.send(Look).await });
        while clock.sleepers() == 0 {
            tokio::task::yield_now().await;
        }
        clock.advance(Duration::from_secs(600));
        assert!(call.await.unwrap().unwrap_err().is_timeout());
    }
    let sent = silence.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].uri().path(), "/v3/users");
}

#[tokio::test]
async fn what_fails_always_fails_at_its_phase() {
    for phase in [Phase::NotSent, Phase::MaybeSent, Phase::HeadReceived] {
        let fails = Fails::new(phase);
        for _ in 0..2 {
            assert_eq!(fails.send(request()).await.err().unwrap().phase(), phase);
        }
        assert_eq!(fails.sent().len(), 2);
    }
}

#[test]
fn what_is_printed_tells_no_secret() {
    let step = Step::json(200, "secret").header("secret", "secret");
    let script = Scripted::new([step, Step::never()]);
    assert_eq!(format!("{script:?}"), "Scripted { sent: 0, steps_left: 2 }");
    let clock = Arc::new(ManualClock::new());
    let step = Step::json(200, "secret").header("secret", "secret");
    let steps = [
        step.after(Duration::from_secs(3), clock),
        Step::status(1_000),
        Step::fails(Phase::NotSent),
        Step::never(),
    ];
    assert_eq!(
        format!("{steps:?}"),
        "[answer 200 after 3s, an answer that cannot be, fail as NotSent, never answer]"
    );
    assert_eq!(
        format!("{:?} {:?}", NeverAnswers::new(), Fails::new(Phase::NotSent)),
        "NeverAnswers { .. } Fails { phase: NotSent, .. }"
    );
}
