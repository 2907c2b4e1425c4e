//! The eloomi People REST API as one of the services.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::HeaderName;
use http::request::Parts;
use http::{Request, StatusCode, Uri};
use tower_service::Service as _;

use crate::answer::Answer;
use crate::behaviours;
use crate::body;
use crate::eloomi::payer::Payer;
use crate::eloomi::people::Person;
use crate::eloomi::routes::{self, Routes};
use crate::eloomi::world::World;
use crate::fault::Shift;
use crate::json::Json;
use crate::service::{Answering, Lists, Service};

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

#[derive(Debug)]
pub(crate) struct Eloomi {
    world: Arc<World>,
    routes: Routes,
}

impl Eloomi {
    pub(crate) fn new(world: Arc<World>) -> Self {
        let routes = Routes::new(&world);
        Self { world, routes }
    }

    fn counts_tokens(&self, path: &str) -> bool {
        path == routes::TOKEN_PATH && self.world.switches().token_requests_count
    }

    /// The headers of `behaviours::RATE_LIMIT`.
    fn tell_limit(&self, response: &mut Response, asked: &Parts) {
        let kind = self.world.switches().window_kind;
        let now = self.world.ground.clock.now();
        let Some(payer) = asked.extensions.get::<Payer>() else {
            return;
        };
        let mut limits = self.world.limits();
        let limit = limits.of(payer);
        if let Some(most) = limit.most() {
            let headers = response.headers_mut();
            headers.insert(LIMIT, most.into());
            headers.insert(REMAINING, limit.remaining(now, kind).into());
        }
    }
}

impl Service for Eloomi {
    fn lists(&self) -> &'static Lists {
        &Lists {
            size: "per_page",
            items: "data",
        }
    }

    fn may_be_kept(&self, target: &Uri) -> bool {
        target.path().starts_with("/v3/")
    }

    fn note(&self, request: &mut Request<Body>, from: IpAddr) {
        let key = self.world.switches().limit_key;
        let known = self.world.tokens.client_id();
        let payer = Payer::of(request.headers(), from, key, known);
        request.extensions_mut().insert(payer);
    }

    fn refuse_long_body(&self) -> Option<Response> {
        let status = StatusCode::PAYLOAD_TOO_LARGE;
        let text = "The body is too long.";
        Some(Answer::message(status, text, &behaviours::BODY_TOO_LONG).into_response())
    }

    fn enter(&self, request: &mut Request<Body>) -> Option<Response> {
        if request.uri().path().to_ascii_lowercase().contains("%2f") {
            return Some(routes::not_found(&behaviours::ENCODED_SLASH).into_response());
        }
        without_trailing_slash(request.uri_mut());
        None
    }

    fn answer(&self, request: Request<Body>) -> Answering<'_> {
        let mut routes = self.routes.clone();
        let answering = routes.now(&self.world.switches()).call(request);
        Box::pin(async {
            match answering.await {
                Ok(response) => response,
                Err(never) => match never {},
            }
        })
    }

    fn dress(&self, response: &mut Response, asked: &Parts) {
        let path = asked.uri.path();
        if path.starts_with("/v3/") || self.counts_tokens(path) {
            self.tell_limit(response, asked);
        }
        if let Some(canary) = &self.world.canary {
            canary.texts.put_in(response, path, &asked.uri.to_string());
        }
    }

    fn sign(&self, response: &mut Response) {
        if let Some(canary) = &self.world.canary {
            canary.texts.add_headers(response.headers_mut());
        }
    }

    fn write(&self, response: &mut Response, body: &Json, asked: &Parts) {
        let switches = self.world.switches();
        let gzip = switches.gzip && body::accepts_gzip(&asked.headers);
        body::fill(response, body.render(switches.escapes), gzip, &asked.method);
    }

    fn token_age(&self, token: &str, now: Instant) -> Option<Duration> {
        self.world.tokens.age(token, now)
    }

    fn expire_token(&self, token: &str) {
        self.world.tokens.expire(token);
    }

    fn revoke_tokens(&self) {
        self.world.tokens.revoke_all();
    }

    fn token_requests(&self) -> u64 {
        self.world.tokens.requests()
    }

    fn shift_people(&self, shift: Shift) {
        let mut company = self.world.company_mut();
        let Some(first) = company.people.all().next().map(|person| person.id) else {
            return;
        };
        match shift {
            Shift::Delete => company.remove_person(first),
            Shift::Insert => company
                .people
                .put(Person::newcomer(first.saturating_sub(1))),
        }
    }
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
