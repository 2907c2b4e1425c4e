//! The handle of a running simulator.

mod learning;

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::builder::Builder;
use crate::canary::Sentinel;
use crate::company::UnseenOfUnit;
use crate::error::{StartError, StartErrorKind};
use crate::fault::Fault;
use crate::journal::Recorded;
use crate::people::Someone;
use crate::pipeline::Pipeline;
use crate::script::{Canned, Hold, Instead, Matcher};
use crate::server;
use crate::switches::{PastEnd, Spelling, Switches};
use crate::tls::{self, Root};
use crate::world::World;

/// A running simulator of the eloomi People REST API v3, on a loopback port.
///
/// It stops when the handle is dropped. Many may run in one process.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use eloomi_sim::{Canned, Matcher, Simulator};
///
/// let sim = Simulator::start().await?;
/// println!("{} with client {}", sim.base_url(), sim.client_id());
///
/// sim.answer_next(Matcher::path("/v3/users"), Canned::new(503));
/// // … let a client work against sim.base_url() …
/// for request in sim.requests() {
///     println!("{} {} {:?}", request.method, request.path, request.behaviour);
/// }
/// sim.shutdown().await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "dropping the handle stops the simulator"]
pub struct Simulator {
    addr: SocketAddr,
    root: Option<Root>,
    world: Arc<World>,
    /// Dropping it tells the server to stop.
    stop: Option<oneshot::Sender<Infallible>>,
    task: JoinHandle<()>,
}

impl Simulator {
    /// Starts a simulator with the defaults.
    ///
    /// # Errors
    ///
    /// A [`StartError`] when the system does not let it listen on loopback.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Sets up a simulator.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(crate) async fn from_builder(builder: Builder) -> Result<Self, StartError> {
        let addr = builder.addr;
        if !addr.ip().is_loopback() {
            return Err(StartError::new(StartErrorKind::NotLoopback(addr)));
        }
        let (acceptor, root) = tls::prepare(builder.tls)?.unzip();
        let failed = |error: std::io::Error| {
            let kind = match error.kind() {
                ErrorKind::AddrInUse => StartErrorKind::AddressInUse(addr),
                _ => StartErrorKind::Listen(addr),
            };
            StartError::with(kind, error)
        };
        let listener = TcpListener::bind(addr).await.map_err(failed)?;
        let addr = listener.local_addr().map_err(failed)?;
        let world = builder.world();
        let world = world.map_err(|error| StartError::with(StartErrorKind::Journal, error))?;
        let world = Arc::new(world);
        let (stop, stopped) = oneshot::channel();
        let pipeline = Pipeline::new(world.clone());
        let task = tokio::spawn(server::run(listener, acceptor, pipeline, stopped));
        Ok(Self {
            addr,
            root,
            world,
            stop: Some(stop),
            task,
        })
    }

    /// Address it listens on.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Where clients find it, such as `http://127.0.0.1:40123`, without `/v3`.
    ///
    /// With TLS it is `https://`; the certificate holds for `localhost` too.
    pub fn base_url(&self) -> String {
        let scheme = if self.root.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.addr)
    }

    /// Id of the one client it knows.
    pub fn client_id(&self) -> &str {
        self.world.tokens.client_id()
    }

    /// Secret of that client. It follows from the seed and begins with `sim-`.
    pub fn client_secret(&self) -> &str {
        self.world.tokens.secret()
    }

    /// Certificate to trust as a root, as PEM; `None` without TLS.
    pub fn root_certificate_pem(&self) -> Option<&str> {
        self.root.as_ref().map(|root| root.pem.as_str())
    }

    /// Certificate to trust as a root, as DER; `None` without TLS.
    pub fn root_certificate_der(&self) -> Option<&[u8]> {
        self.root.as_ref().map(|root| root.der.as_slice())
    }

    /// Stops: takes no more connections and lets answers under way finish, for 5 s at most.
    pub async fn shutdown(mut self) {
        drop(self.stop.take());
        // It fails only if it was aborted or has panicked; stopped it has either way.
        let _ = (&mut self.task).await;
    }
}

/// What tests ask and tell it.
impl Simulator {
    /// Everybody there is, ascending by id.
    pub fn people(&self) -> Vec<Someone> {
        self.world.company().people.keys()
    }

    /// The person with this id as `GET /v3/users/{id}` would show it in `data`, as JSON text.
    ///
    /// No request is made: nothing is counted, and the journal stays as it is.
    pub fn person(&self, id: u64) -> Option<String> {
        let switches = self.world.switches();
        let company = self.world.company();
        let shown = company.people.by_id(id)?.shown(switches.spelling);
        Some(shown.render(switches.escapes))
    }

    /// The team with this id as `GET /v3/teams/{id}` would show it in `data`, as JSON text, and
    /// behind that `course_ids` and `program_ids` with their settings, which no answer shows.
    ///
    /// Programs that are still in the queue are not among them. No request is made.
    pub fn team(&self, id: u64) -> Option<String> {
        let company = self.world.company();
        let whole = company.teams.by_id(id)?.whole(&company);
        Some(whole.render(self.world.switches().escapes))
    }

    /// The unit with this id as `GET /v3/units/{id}` would show it in `data`, as JSON text. No
    /// request is made.
    pub fn unit(&self, id: u64) -> Option<String> {
        let escapes = self.world.switches().escapes;
        let company = self.world.company();
        let shown = company.units.by_id(id)?.shown(&company.people);
        Some(shown.render(escapes))
    }

    /// What of the unit with this id can be written and no answer shows.
    pub fn unseen_of_unit(&self, id: u64) -> Option<UnseenOfUnit> {
        Some(self.world.company().units.by_id(id)?.unseen())
    }

    /// The values of the [canary](Builder::canary), each with its place; none without one.
    pub fn sentinels(&self) -> &[Sentinel] {
        let canary = self.world.canary.as_ref();
        canary.map_or(&[], |canary| canary.sentinels.as_slice())
    }

    /// The requests so far, oldest first, those under way included; the last 100 000.
    pub fn requests(&self) -> Vec<Recorded> {
        self.world.journal.all()
    }

    /// Waits until this many requests have come since the start. It sets no time limit.
    pub async fn requests_reach(&self, count: u64) {
        self.world.journal.reaches(count).await;
    }

    /// How many requests the token endpoint got, refused ones included.
    pub fn token_requests(&self) -> u64 {
        self.world.tokens.requests()
    }

    /// Makes every token handed out so far worthless.
    pub fn revoke_tokens(&self) {
        self.world.tokens.revoke_all();
    }

    /// Puts the simulator's clock forward: windows pass and tokens expire without waiting.
    pub fn advance(&self, by: Duration) {
        self.world.clock.advance(by);
    }

    /// Answers the next fitting request with this. Calls queue up: each serves one request.
    ///
    /// The request meets none of the service's rules and takes nothing from the rate limit.
    pub fn answer_next(&self, matcher: Matcher, answer: Canned) {
        self.world.script.instead(matcher, Instead::Answer(answer));
    }

    /// Breaks the connection of the next fitting request without an answer.
    pub fn drop_next(&self, matcher: Matcher) {
        self.world.script.instead(matcher, Instead::Drop);
    }

    /// Delays the answer to the next fitting request. The request is judged and counted when
    /// it comes; only the answer waits.
    pub fn delay_next(&self, matcher: Matcher, time: Duration) {
        self.world.script.wait(matcher, time);
    }

    /// Holds the answer to the next fitting request until the [`Hold`] is released or dropped.
    pub fn hold_next(&self, matcher: Matcher) -> Hold {
        self.world.script.hold(matcher)
    }

    /// Adds a fault that requests meet from now on, beside those that there are.
    ///
    /// Scripted answers come first: a request that gets one meets no fault that answers.
    ///
    /// ```
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use eloomi_sim::{Fault, Simulator};
    ///
    /// let sim = Simulator::start().await?;
    /// // The first create is carried out, and its answer is lost.
    /// let lost: Fault = "lost-answer,times=1@POST /v3/users".parse()?;
    /// sim.fault(lost);
    /// // … let your program work against sim.base_url() …
    /// assert!(sim.unmet_faults().is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn fault(&self, fault: Fault) {
        self.world.faults.arm(fault);
    }

    /// The faults that have not met as many requests as they say, or, if they do not say, none.
    ///
    /// A test that looks at what a fault does is worth nothing if the fault never happened.
    pub fn unmet_faults(&self) -> Vec<Fault> {
        self.world.faults.unmet()
    }

    /// Whether lists ignore `page` and answer with the first page each time.
    pub fn repeat_pages(&self, repeat: bool) {
        self.switch(|switches| switches.repeat_pages = repeat);
    }

    /// What a page with nobody on it looks like.
    pub fn past_end(&self, past_end: PastEnd) {
        self.switch(|switches| switches.past_end = past_end);
    }

    /// Which spelling of the doubly named fields the answers use.
    pub fn employment_spelling(&self, spelling: Spelling) {
        self.switch(|switches| switches.spelling = spelling);
    }

    /// Turns any of the [`Switches`], for the requests that come from now on.
    pub fn switch(&self, turn: impl FnOnce(&mut Switches)) {
        turn(&mut self.world.switches_mut());
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.task.abort();
    }
}
