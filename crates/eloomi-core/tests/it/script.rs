//! A transport that answers from a list, in memory, and remembers what it was asked.

use std::{
    collections::VecDeque,
    future::{self, Future, poll_fn},
    io::Write as _,
    pin::{Pin, pin},
    sync::{Arc, Mutex, MutexGuard},
    task::{Context, Poll},
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{
    BaseUrl, Body, CallOptions, ManualClock, Phase, Session, SessionBuilder, Transport,
    TransportError,
};
use flate2::{Compression, write::GzEncoder};
use http::{Request, Response};
use http_body::Frame;
use tokio::sync::{mpsc, oneshot};

/// What the script does with one request.
pub(crate) enum Step {
    Answer(Response<Body>),
    Fail(Phase),
    /// Never answers.
    Hang,
    /// Does the other step once the test says so.
    After(oneshot::Receiver<()>, Box<Step>),
}

/// The script: one step for each request, in the order they come.
#[derive(Clone, Default)]
pub(crate) struct Script(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    steps: VecDeque<Step>,
    sent: Vec<Request<Bytes>>,
    under_way: usize,
    most_under_way: usize,
}

impl Script {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let script = Self::default();
        script.state().steps.extend(steps);
        script
    }

    /// The requests that went out so far.
    pub(crate) fn sent(&self) -> Vec<Request<Bytes>> {
        self.state().sent.clone()
    }

    /// The only request that went out.
    pub(crate) fn only(&self) -> Request<Bytes> {
        let sent = self.sent();
        assert_eq!(sent.len(), 1, "requests sent");
        sent[0].clone()
    }

    pub(crate) fn most_under_way(&self) -> usize {
        self.state().most_under_way
    }

    /// A session over this script; its clock stands still.
    pub(crate) fn session(&self) -> Session {
        self.builder(&ManualClock::new()).build()
    }

    /// A session that sends once: tests of repetitions say how often.
    pub(crate) fn builder(&self, clock: &ManualClock) -> SessionBuilder {
        Session::builder(base(), self.clone())
            .clock(Arc::new(clock.clone()))
            .options(CallOptions::new().attempts(1))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

/// Lets the time pass while `future` waits for it, a little at once.
pub(crate) async fn while_time_passes<F: Future>(clock: &ManualClock, future: F) -> F::Output {
    // A little over a quarter of an hour: nobody waits for longer.
    const STEPS: usize = 100_000;
    let mut future = pin!(future);
    poll_fn(|cx| {
        for _ in 0..STEPS {
            if let Poll::Ready(value) = future.as_mut().poll(cx) {
                return Poll::Ready(value);
            }
            if clock.sleepers() == 0 {
                return Poll::Pending;
            }
            clock.advance(Duration::from_millis(10));
        }
        panic!("this takes for ever");
    })
    .await
}

pub(crate) fn base() -> BaseUrl {
    "https://api.example.com".parse().unwrap()
}

#[async_trait]
impl Transport for Script {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let step = {
            let mut state = self.state();
            state.sent.push(request);
            state.under_way += 1;
            state.most_under_way = state.most_under_way.max(state.under_way);
            state.steps.pop_front()
        };
        let _under_way = UnderWay(self);
        let mut step = step.expect("the script has a step for every request");
        loop {
            match step {
                Step::Answer(answer) => return Ok(answer),
                Step::Fail(phase) => return Err(TransportError::new(phase, "as scripted")),
                Step::Hang => future::pending().await,
                Step::After(gate, then) => {
                    gate.await.expect("the test opens its gates");
                    step = *then;
                }
            }
        }
    }
}

struct UnderWay<'a>(&'a Script);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.state().under_way -= 1;
    }
}

/// An answer with this status and body.
pub(crate) fn answer(status: u16, body: impl Into<Body>) -> Step {
    answer_with(status, &[], body)
}

/// An answer with headers.
pub(crate) fn answer_with(status: u16, headers: &[(&str, &str)], body: impl Into<Body>) -> Step {
    let mut answer = Response::builder().status(status);
    for (name, value) in headers {
        answer = answer.header(*name, *value);
    }
    Step::Answer(answer.body(body.into()).unwrap())
}

/// A step that waits for the test to open its gate.
pub(crate) fn gated(then: Step) -> (oneshot::Sender<()>, Step) {
    let (open, gate) = oneshot::channel();
    (open, Step::After(gate, Box::new(then)))
}

/// A body whose pieces the test sends one by one; it ends when the sender is dropped.
pub(crate) fn pieces() -> (mpsc::UnboundedSender<Result<Bytes, &'static str>>, Body) {
    let (sender, receiver) = mpsc::unbounded_channel();
    (sender, Body::new(Pieces(receiver)))
}

/// A body that ends with an error after `text`.
pub(crate) fn broken(text: &'static str) -> Body {
    let (sender, body) = pieces();
    sender.send(Ok(text.into())).unwrap();
    sender.send(Err("the connection was reset")).unwrap();
    body
}

struct Pieces(mpsc::UnboundedReceiver<Result<Bytes, &'static str>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, &'static str>>> {
        self.0
            .poll_recv(cx)
            .map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

pub(crate) fn gzip(plain: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(plain).unwrap();
    encoder.finish().unwrap().into()
}
