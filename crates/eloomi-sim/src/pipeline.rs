//! The way of one request, from its arrival to the bytes of its answer.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_LENGTH, HeaderName, SERVER};
use http::{HeaderValue, Method, Request, StatusCode, Uri};
use tower_service::Service;

use crate::answer::{Answer, Told};
use crate::behaviours::{self, Behaviour};
use crate::body;
use crate::clock;
use crate::fault::{Asked, Breaks, Met};
use crate::gate;
use crate::host;
use crate::incoming::{self, Incomplete};
use crate::journal::Entry;
use crate::payer::Payer;
use crate::reset::Reset;
use crate::routes::{self, Reached, Routes};
use crate::script::{Canned, Instead, Pace};
use crate::world::World;

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

/// Breaking at once would take the bytes in hand with it.
const BEFORE_BREAKING: Duration = Duration::from_millis(20);

#[derive(Clone, Debug)]
pub(crate) struct Pipeline {
    world: Arc<World>,
    routes: Routes,
}

/// Where a request comes from.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    /// Number of the connection, counted from 1.
    pub(crate) connection: u64,
    pub(crate) address: IpAddr,
    pub(crate) reset: Reset,
}

/// This connection is to break, as a test wants or because the client has broken it already;
/// hyper does so when a service fails.
#[derive(Debug)]
pub(crate) struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this connection is to break")
    }
}

impl std::error::Error for Dropped {}

/// An answer ready to be written, and what it shows.
struct Ready {
    response: Response,
    shows: &'static Behaviour,
}

impl Pipeline {
    pub(crate) fn new(world: Arc<World>) -> Self {
        let routes = Routes::new(&world);
        Self { world, routes }
    }

    pub(crate) async fn answer(
        mut self,
        mut request: Request<Body>,
        peer: Peer,
    ) -> Result<Response, Dropped> {
        let world = self.world.clone();
        let (there, back) = world.latency.next();
        on_its_way(there).await;
        let entry = world
            .journal
            .open(&request, peer.connection, world.clock.now());
        let key = world.switches().limit_key;
        let known = world.tokens.client_id();
        let payer = Payer::of(request.headers(), peer.address, key, known);
        request.extensions_mut().insert(payer);
        let (instead, wait) = world.script.take(request.method(), request.uri());
        let instead = instead.map(|instead| (instead, &behaviours::SCRIPTED));
        let asked = self.asked(&request);
        let mut met = world.faults.meet(&asked, instead.is_some());
        let instead = instead.or_else(|| met.instead());
        let taken_in = self.take_in(&mut request, entry).await;
        let ready = match instead {
            _ if taken_in == Err(Incomplete::BrokenOff) => None,
            None if taken_in == Err(Incomplete::TooLong) => {
                Some(self.write(too_long(), request.method(), false))
            }
            None => Some(self.own(request, entry, &asked, &mut met).await),
            Some((Instead::Answer(canned), shows)) => Some(scripted(canned, shows)),
            Some((Instead::Drop, _)) => None,
        };
        world.journal.faults(entry, met.ids());
        met.wait().over().await;
        if let Some(wait) = wait {
            wait.over().await;
        }
        if met.breaks() == Breaks::Reset {
            peer.reset.demand();
            return Err(Dropped);
        }
        let Some(Ready {
            mut response,
            shows,
        }) = ready
        else {
            return Err(Dropped);
        };
        met.edit_headers(&mut response, world.clock.since_1970());
        // `behaviours::SAYS_SIMULATOR`
        response
            .headers_mut()
            .insert(SERVER, HeaderValue::from_static("eloomi-sim"));
        if let Some(canary) = &world.canary {
            canary.texts.add_headers(response.headers_mut());
        }
        let status = response.status().as_u16();
        world.journal.close(entry, status, shows, world.clock.now());
        on_its_way(back).await;
        Ok(response)
    }

    /// Reads a body under /v3 before all else, so that the journal has it however the request
    /// is answered.
    async fn take_in(&self, request: &mut Request<Body>, entry: Entry) -> Result<(), Incomplete> {
        if request.uri().path().starts_with("/v3/") && !request.body().is_end_stream() {
            let body = incoming::whole(std::mem::take(request.body_mut())).await?;
            self.world.journal.body(entry, request.headers(), &body);
            *request.body_mut() = Body::from(body);
        }
        Ok(())
    }

    /// What faults look at.
    fn asked(&self, request: &Request<Body>) -> Asked {
        let token = gate::bearer(request.headers());
        let now = self.world.clock.now();
        let age = token.and_then(|token| self.world.tokens.age(token, now));
        Asked::read(request.method(), request.uri(), token.is_some(), age)
    }

    /// The simulator's own answer, but for what faults change.
    async fn own(
        &mut self,
        mut request: Request<Body>,
        entry: Entry,
        asked: &Asked,
        met: &mut Met,
    ) -> Ready {
        let method = request.method().clone();
        let accepts_gzip = body::accepts_gzip(request.headers());
        let path = request.uri().path().to_owned();
        let target = request.uri().to_string();
        let payer = request.extensions().get::<Payer>().cloned();
        let mut response = if !host::is_loopback(&request) {
            let text = "The simulator answers only to loopback hosts.";
            Answer::message(StatusCode::FORBIDDEN, text, &behaviours::LOOPBACK_HOST).into_response()
        } else if path.to_ascii_lowercase().contains("%2f") {
            routes::not_found(&behaviours::ENCODED_SLASH).into_response()
        } else {
            without_trailing_slash(request.uri_mut());
            met.edit_request(&mut request, &self.world);
            match self.routes.now(&self.world.switches()).call(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            }
        };
        if let Some(Reached(template)) = response.extensions_mut().remove() {
            self.world.journal.route(entry, template.as_str());
        }
        if path.starts_with("/v3/") || self.counts_tokens(&path) {
            self.tell_limit(&mut response, payer.as_ref());
        }
        if let Some(canary) = &self.world.canary {
            canary.texts.put_in(&mut response, &path, &target);
        }
        met.edit_answer(&mut response, asked, &self.world.faults);
        self.write(response, &method, accepts_gzip)
    }

    /// Turns the JSON of an answer into bytes.
    fn write(&self, mut response: Response, method: &Method, accepts_gzip: bool) -> Ready {
        let Some(told) = response.extensions_mut().remove::<Told>() else {
            // Only the router's own refusals get here, and it has none that we know of.
            let shows = &behaviours::UNKNOWN_PATH;
            return Ready { response, shows };
        };
        // The router has measured the empty body that the answer had until now.
        response.headers_mut().remove(CONTENT_LENGTH);
        if let Some(json) = told.body {
            let switches = self.world.switches();
            let text = json.render(switches.escapes);
            let gzip = switches.gzip && accepts_gzip;
            body::fill(&mut response, text, gzip, method);
        }
        Ready {
            response,
            shows: told.behaviour,
        }
    }

    fn counts_tokens(&self, path: &str) -> bool {
        path == routes::TOKEN_PATH && self.world.switches().token_requests_count
    }

    /// The headers of `behaviours::RATE_LIMIT`.
    fn tell_limit(&self, response: &mut Response, payer: Option<&Payer>) {
        let kind = self.world.switches().window_kind;
        let now = self.world.clock.now();
        let Some(payer) = payer else { return };
        let mut limits = self.world.limits();
        let limit = limits.of(payer);
        if let Some(most) = limit.most() {
            let headers = response.headers_mut();
            headers.insert(LIMIT, most.into());
            headers.insert(REMAINING, limit.remaining(now, kind).into());
        }
    }
}

/// `behaviours::LATENCY`.
async fn on_its_way(time: Duration) {
    if !time.is_zero() {
        clock::wait(time).await;
    }
}

fn too_long() -> Response {
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    Answer::message(status, "The body is too long.", &behaviours::BODY_TOO_LONG).into_response()
}

/// `behaviours::TRAILING_SLASH`.
fn without_trailing_slash(uri: &mut Uri) {
    let path = uri.path();
    let Some(shorter) = path.strip_suffix('/').filter(|shorter| !shorter.is_empty()) else {
        return;
    };
    let target = match uri.query() {
        Some(query) => format!("{shorter}?{query}"),
        None => shorter.to_owned(),
    };
    // A part of a valid target is valid, so this always succeeds.
    if let Ok(shorter) = target.parse() {
        *uri = shorter;
    }
}

/// What stands ready instead of the simulator's own answer.
fn scripted(canned: Canned, shows: &'static Behaviour) -> Ready {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = canned.status;
    *response.headers_mut() = canned.headers;
    let mut rest = canned.body;
    let whole = rest.len();
    let body = match canned.pace {
        Pace::AtOnce => Body::from(rest),
        Pace::CutAfter(bytes) => {
            rest.truncate(bytes);
            body::in_pieces(vec![rest], BEFORE_BREAKING, true)
        }
        Pace::Trickle { bytes, pause } => {
            let mut pieces = Vec::new();
            while !rest.is_empty() {
                pieces.push(rest.split_to(bytes.clamp(1, rest.len())));
            }
            body::in_pieces(pieces, pause, false)
        }
    };
    if !matches!(canned.pace, Pace::AtOnce) {
        response.headers_mut().insert(CONTENT_LENGTH, whole.into());
    }
    *response.body_mut() = body;
    Ready { response, shows }
}
