//! A service in memory: it issues tokens, and lets in whoever has a good one.

use std::{
    collections::{HashSet, VecDeque},
    future::poll_fn,
    pin::pin,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    task::{Context, Poll, Wake, Waker},
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_auth::{Bearer, ClientCredentials, CreateToken};
use eloomi_core::{
    Body, Clock, Endpoint, ManualClock, Phase, Repeat, Reply, RequestError, ResponseError, Route,
    Session, Tick, Transport, TransportError,
};
use futures_util::FutureExt as _;
use http::{Method, Request, Response, header::AUTHORIZATION};
use tokio::sync::{Barrier, oneshot};

pub(crate) const SECRET: &str = "sim-mark-secret";

/// What the token endpoint does with one request.
pub(crate) enum Step {
    /// `sim-token-<n>`; so it does when it has been told nothing.
    Issue,
    Answer(u16, &'static str),
    Fail,
    Panic,
    /// The other step, but not before the test says so.
    After(oneshot::Receiver<()>, Box<Step>),
}

/// A step that waits for the test to open its gate.
pub(crate) fn gated(then: Step) -> (oneshot::Sender<()>, Step) {
    let (open, gate) = oneshot::channel();
    (open, Step::After(gate, Box::new(then)))
}

/// Polls a call until it is over, or stands and waits for the test.
pub(crate) fn run_on<F: Future + Unpin>(call: &mut F) -> Option<F::Output> {
    (0..10).find_map(|_| call.now_or_never())
}

/// Remembers whether it was woken.
#[derive(Default)]
pub(crate) struct Woken(AtomicBool);

impl Woken {
    /// Whether it was woken and has not been asked since.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(SeqCst)
    }

    /// Whether it was woken since it was last asked.
    pub(crate) fn take(&self) -> bool {
        self.0.swap(false, SeqCst)
    }
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, SeqCst);
    }
}

#[derive(Clone, Default)]
pub(crate) struct Service {
    state: Arc<Mutex<State>>,
    pub(crate) clock: ManualClock,
}

#[derive(Default)]
struct State {
    steps: VecDeque<Step>,
    token_requests: Vec<Request<Bytes>>,
    /// Token requests not answered yet, and the most of them at any time.
    under_way: usize,
    most_under_way: usize,
    issued: u64,
    resource_requests: Vec<Request<Bytes>>,
    revoked: HashSet<String>,
    accepts_none: bool,
    /// The last token, and when it was issued.
    newest: Option<(String, Tick)>,
    /// How long a new token is not known where it is used.
    lag: Duration,
    challenges: Vec<&'static str>,
    crowd: Option<Arc<Barrier>>,
}

impl Service {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let service = Self::default();
        service.state().steps.extend(steps);
        service
    }

    /// A session with this service, with credentials.
    pub(crate) fn session(&self) -> Session {
        self.session_with(self.bearer())
    }

    pub(crate) fn bearer(&self) -> Bearer<CreateToken> {
        Bearer::new(grant(), Arc::new(self.clock.clone()))
    }

    pub(crate) fn session_with(&self, bearer: Bearer<CreateToken>) -> Session {
        self.session_by(Arc::new(self.clock.clone()), bearer)
    }

    /// A session whose time comes from another clock.
    pub(crate) fn session_on(&self, clock: Arc<dyn Clock>) -> Session {
        let bearer = Bearer::new(grant(), Arc::clone(&clock));
        self.session_by(clock, bearer)
    }

    fn session_by(&self, clock: Arc<dyn Clock>, bearer: Bearer<CreateToken>) -> Session {
        Session::builder("https://api.example.com".parse().unwrap(), self.clone())
            .clock(clock)
            .authorizer(Arc::new(bearer))
            .build()
    }

    /// Runs a call to its end. Time passes only while nothing else happens.
    pub(crate) fn run<F: Future>(&self, call: F) -> F::Output {
        let mut call = pin!(call);
        let woken = Arc::new(Woken::default());
        let waker = Waker::from(Arc::clone(&woken));
        let mut cx = Context::from_waker(&waker);
        for _ in 0..100_000 {
            if let Poll::Ready(output) = call.as_mut().poll(&mut cx) {
                return output;
            }
            if !woken.take() {
                self.clock.advance(Duration::from_millis(50));
            }
        }
        panic!("the call never ends");
    }

    /// Does what it does when it has been told nothing.
    pub(crate) fn recovers(&self) {
        self.state().steps.clear();
    }

    /// How many token requests were under way at once, at most.
    pub(crate) fn most_token_requests_at_once(&self) -> usize {
        self.state().most_under_way
    }

    /// Refuses this token from now on.
    pub(crate) fn revoke(&self, token: &str) {
        self.state().revoked.insert(format!("Bearer {token}"));
    }

    /// Refuses every token, with these challenges.
    pub(crate) fn accept_none(&self, challenges: &[&'static str]) {
        let mut state = self.state();
        state.accepts_none = true;
        state.challenges = challenges.to_vec();
    }

    /// Accepts every token that is not revoked.
    pub(crate) fn accept_all(&self) {
        self.state().accepts_none = false;
    }

    /// From now on refuses a new token for so long, as a replica does that lags behind.
    pub(crate) fn lag(&self, lag: Duration) {
        self.state().lag = lag;
    }

    /// From now on refuses nobody before so many are here to be refused; whoever waits at the
    /// barrier counts, too.
    pub(crate) fn refuse_together(&self, crowd: usize) -> Arc<Barrier> {
        let barrier = Arc::new(Barrier::new(crowd));
        self.state().crowd = Some(Arc::clone(&barrier));
        barrier
    }

    pub(crate) fn token_requests(&self) -> Vec<Request<Bytes>> {
        self.state().token_requests.clone()
    }

    pub(crate) fn resource_requests(&self) -> Vec<Request<Bytes>> {
        self.state().resource_requests.clone()
    }

    /// Which token each request for a resource had.
    pub(crate) fn tokens_used(&self) -> Vec<String> {
        let token = |request: &Request<Bytes>| {
            let value = request.headers()[AUTHORIZATION].to_str().unwrap();
            value.strip_prefix("Bearer ").unwrap().to_owned()
        };
        self.state().resource_requests.iter().map(token).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    async fn token(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let step = {
            let mut state = self.state();
            state.token_requests.push(request);
            state.under_way += 1;
            state.most_under_way = state.most_under_way.max(state.under_way);
            state.steps.pop_front()
        };
        let _answered = Answered(self);
        let mut step = step.unwrap_or(Step::Issue);
        while let Step::After(gate, then) = step {
            gate.await.unwrap();
            step = *then;
        }
        match step {
            Step::Issue | Step::After(..) => {}
            Step::Answer(status, body) => return Ok(answer(status, body)),
            Step::Fail => return Err(TransportError::new(Phase::MaybeSent, "as scripted")),
            Step::Panic => panic!("as scripted"),
        }
        let mut state = self.state();
        state.issued += 1;
        let token = format!("sim-token-{}", state.issued);
        state.newest = Some((format!("Bearer {token}"), self.clock.now()));
        let body =
            format!(r#"{{"token_type":"Bearer","expires_in":3600,"access_token":"{token}"}}"#);
        Ok(answer(200, body))
    }

    async fn resource(&self, request: Request<Bytes>) -> Response<Body> {
        let (is_good, crowd, challenges) = {
            let mut state = self.state();
            let token = request.headers()[AUTHORIZATION]
                .to_str()
                .unwrap()
                .to_owned();
            state.resource_requests.push(request);
            let lags = state.newest.as_ref().is_some_and(|(newest, issued)| {
                *newest == token && self.clock.now().since(*issued) < state.lag
            });
            let is_good = !state.accepts_none && !lags && !state.revoked.contains(&token);
            (is_good, state.crowd.clone(), state.challenges.clone())
        };
        if is_good {
            return answer(200, "done");
        }
        if let Some(crowd) = crowd {
            crowd.wait().await;
        }
        let mut refusal = answer(401, "");
        for challenge in challenges {
            let headers = refusal.headers_mut();
            headers.append("www-authenticate", challenge.parse().unwrap());
        }
        refusal
    }
}

fn grant() -> CreateToken {
    CreateToken::new(ClientCredentials::new(200, SECRET).scope("*"))
}

/// A token request that ends, with or without an answer.
struct Answered<'a>(&'a Service);

impl Drop for Answered<'_> {
    fn drop(&mut self) {
        self.0.state().under_way -= 1;
    }
}

#[async_trait]
impl Transport for Service {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        give_way().await;
        let answer = if request.uri().path() == "/oauth/token" {
            self.token(request).await?
        } else {
            self.resource(request).await
        };
        give_way().await;
        Ok(answer)
    }
}

fn answer(status: u16, body: impl Into<Body>) -> Response<Body> {
    let answer = Response::builder().status(status);
    answer.body(body.into()).unwrap()
}

/// A place where a caller may be dropped.
async fn give_way() {
    let mut gave = false;
    poll_fn(|cx| {
        if std::mem::replace(&mut gave, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// A resource of the service; its value is the body of the answer.
#[derive(Clone, Copy)]
pub(crate) struct Resource(&'static Route);

static READ: Route = Route::new("readThing", Method::GET, "/thing", Repeat::Safe);
static ADD: Route = Route::new("addThing", Method::POST, "/thing", Repeat::Never);

pub(crate) const READ_THING: Resource = Resource(&READ);
pub(crate) const ADD_THING: Resource = Resource(&ADD);

impl Endpoint for Resource {
    type Output = Bytes;

    fn route(&self) -> &'static Route {
        self.0
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.0.fill(&[])?.json("{}").build()
    }

    fn response(&self, reply: &Reply) -> Result<Bytes, ResponseError> {
        ResponseError::of_status(reply.status).map_or_else(|| Ok(reply.body.clone()), Err)
    }
}
