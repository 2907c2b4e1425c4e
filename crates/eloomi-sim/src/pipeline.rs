//! The way of one request, from its arrival to the bytes of its answer.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_LENGTH, SERVER};
use http::request::Parts;
use http::{HeaderValue, Request, StatusCode};

use crate::answer::{Answer, Reached, Told};
use crate::bearer;
use crate::behaviours::{self, Behaviour};
use crate::body;
use crate::clock;
use crate::fault::{Asked, Breaks, Met};
use crate::ground::Ground;
use crate::host;
use crate::incoming::{self, Incomplete, TooLong};
use crate::journal::Entry;
use crate::reset::Reset;
use crate::script::{Canned, Instead, Pace};
use crate::service::Service;

/// Breaking at once would take the bytes in hand with it.
const BEFORE_BREAKING: Duration = Duration::from_millis(20);

#[derive(Clone, Debug)]
pub(crate) struct Pipeline {
    ground: Arc<Ground>,
    service: Arc<dyn Service>,
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
    pub(crate) fn new(ground: Arc<Ground>, service: Arc<dyn Service>) -> Self {
        Self { ground, service }
    }

    /// How long an idle connection stays open, if it is ever closed for that.
    pub(crate) fn idle(&self) -> Option<Duration> {
        self.service.idle()
    }

    pub(crate) async fn answer(
        self,
        mut request: Request<Body>,
        peer: Peer,
    ) -> Result<Response, Dropped> {
        let ground = &*self.ground;
        let (there, back) = ground.latency.next();
        on_its_way(there).await;
        let may_be_kept = self.service.may_be_kept(request.uri());
        let now = ground.clock.now();
        let entry = ground
            .journal
            .open(&request, may_be_kept, peer.connection, now);
        self.service.note(&mut request, peer.address);
        let (instead, wait) = ground.script.take(request.method(), request.uri());
        let instead = instead.map(|instead| (instead, &behaviours::SCRIPTED));
        let asked = self.asked(&request);
        let mut met = ground.faults.meet(&asked, instead.is_some());
        let instead = instead.or_else(|| met.instead());
        let taken_in = self
            .take_in(&mut request, may_be_kept.then_some(entry))
            .await;
        let too_long = || self.service.refuse_long_body();
        let ready = match instead {
            _ if taken_in == Err(Incomplete::BrokenOff) => None,
            None if taken_in == Err(Incomplete::TooLong)
                && let Some(refused) = too_long() =>
            {
                let (asked, _) = request.into_parts();
                Some(self.write(refused, &asked))
            }
            None => Some(self.own(request, entry, &asked, &mut met).await),
            Some((Instead::Answer(canned), shows)) => Some(scripted(canned, shows)),
            Some((Instead::Drop, _)) => None,
        };
        ground.journal.faults(entry, met.ids());
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
        met.edit_headers(&mut response, ground.clock.since_1970());
        // `behaviours::SAYS_SIMULATOR`
        response
            .headers_mut()
            .insert(SERVER, HeaderValue::from_static("eloomi-sim"));
        self.service.sign(&mut response);
        let status = response.status().as_u16();
        ground
            .journal
            .close(entry, status, shows, ground.clock.now());
        on_its_way(back).await;
        Ok(response)
    }

    /// Reads a body before all else, so that the journal has it however the request is answered.
    /// One that the journal may not keep is left to the route, unless the service refuses long
    /// bodies itself.
    async fn take_in(
        &self,
        request: &mut Request<Body>,
        entry: Option<Entry>,
    ) -> Result<(), Incomplete> {
        let is_left = entry.is_none() && self.service.refuse_long_body().is_some();
        if is_left || request.body().is_end_stream() {
            return Ok(());
        }
        match incoming::whole(std::mem::take(request.body_mut())).await {
            Ok(body) => {
                if let Some(entry) = entry {
                    self.ground.journal.body(entry, request.headers(), &body);
                }
                *request.body_mut() = Body::from(body);
                Ok(())
            }
            Err(incomplete) => {
                request.extensions_mut().insert(TooLong);
                Err(incomplete)
            }
        }
    }

    /// What faults look at.
    fn asked(&self, request: &Request<Body>) -> Asked {
        let token = bearer::bearer(request.headers());
        let now = self.ground.clock.now();
        let age = token.and_then(|token| self.service.token_age(token, now));
        let lists = self.service.lists();
        Asked::read(request.method(), request.uri(), lists, token.is_some(), age)
    }

    /// The service's own answer, but for what faults change.
    async fn own(
        &self,
        request: Request<Body>,
        entry: Entry,
        asked: &Asked,
        met: &mut Met,
    ) -> Ready {
        let (head, body) = request.into_parts();
        let mut request = Request::from_parts(head.clone(), body);
        let mut response = if host::is_loopback(&request) {
            match self.service.enter(&mut request) {
                None => {
                    met.edit_request(&mut request, &*self.service);
                    self.service.answer(request).await
                }
                Some(refused) => refused,
            }
        } else {
            let text = "The simulator answers only to loopback hosts.";
            Answer::message(StatusCode::FORBIDDEN, text, &behaviours::LOOPBACK_HOST).into_response()
        };
        if let Some(Reached(template)) = response.extensions_mut().remove() {
            self.ground.journal.route(entry, &template);
        }
        self.service.dress(&mut response, &head);
        met.edit_answer(&mut response, asked, &self.ground.faults);
        self.write(response, &head)
    }

    /// Turns the JSON of an answer into bytes.
    fn write(&self, mut response: Response, asked: &Parts) -> Ready {
        let Some(told) = response.extensions_mut().remove::<Told>() else {
            // Only the router's own refusals get here, and it has none that we know of.
            let shows = &behaviours::UNKNOWN_PATH;
            return Ready { response, shows };
        };
        // The router has measured the empty body that the answer had until now.
        response.headers_mut().remove(CONTENT_LENGTH);
        if let Some(json) = told.body {
            self.service.write(&mut response, &json, asked);
        }
        Ready {
            response,
            shows: told.behaviour,
        }
    }
}

/// `behaviours::LATENCY`.
async fn on_its_way(time: Duration) {
    if !time.is_zero() {
        clock::wait(time).await;
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
