//! The `LvConnect` staff directory as one of the services.

mod written;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::header::{CONNECTION, HeaderValue, VARY};
use http::request::Parts;
use http::{Request, StatusCode, Uri};

use super::given::{Given, Members};
use super::person::Person;
use super::world::World;
use super::{cors, instant, routes};
use crate::answer::Answer;
use crate::behaviours;
use crate::fault::Shift;
use crate::json::Json;
use crate::service::{Answering, Lists, Service};

/// Node refuses a longer head.
const LONGEST_HEAD: usize = 8 * 1024;

#[derive(Debug)]
pub(crate) struct Staff {
    pub(crate) world: Arc<World>,
    pub(crate) idle: Duration,
}

impl Service for Staff {
    fn lists(&self) -> &'static Lists {
        &Lists {
            size: "limit",
            items: "results",
        }
    }

    /// `behaviours::LV_IDLE`
    fn idle(&self) -> Option<Duration> {
        Some(self.idle)
    }

    /// A token in a query is a mistake, but one that must not be kept.
    fn may_be_kept(&self, target: &Uri) -> bool {
        let path = target.path();
        let has_token = target.query().is_some_and(|query| query.contains("token"));
        (path == "/users" || path.starts_with("/users/")) && !has_token
    }

    fn note(&self, _: &mut Request<Body>, _: IpAddr) {}

    /// The token is looked at before the body.
    fn refuse_long_body(&self) -> Option<Response> {
        None
    }

    /// `behaviours::LV_LONG_HEAD`
    fn enter(&self, request: &mut Request<Body>) -> Option<Response> {
        if head_length(request) <= LONGEST_HEAD {
            return None;
        }
        let bare = Answer::without_body(StatusCode::BAD_REQUEST, &behaviours::LV_LONG_HEAD);
        Some(
            bare.header(CONNECTION, HeaderValue::from_static("close"))
                .into_response(),
        )
    }

    fn answer(&self, request: Request<Body>) -> Answering<'_> {
        Box::pin(routes::answer(&self.world, request))
    }

    fn dress(&self, response: &mut Response, asked: &Parts) {
        let headers = response.headers_mut();
        headers.insert(VARY, HeaderValue::from_static("origin"));
        cors::dress(headers, &asked.headers);
    }

    fn write(&self, response: &mut Response, body: &Json, asked: &Parts) {
        written::write(response, body, asked);
    }

    fn token_age(&self, token: &str, now: Instant) -> Option<Duration> {
        self.world.state().tokens.access.get(token)?.age(now)
    }

    fn expire_token(&self, token: &str) {
        if let Some(access) = self.world.state().tokens.access.get_mut(token) {
            access.expire();
        }
    }

    fn revoke_tokens(&self) {
        self.world.state().tokens.access.clear();
    }

    fn token_requests(&self) -> u64 {
        self.world.token_requests()
    }

    fn shift_people(&self, shift: Shift) {
        let now = self.world.now();
        let mut state = self.world.state();
        let Some(first) = state.sorted().first().map(|person| person.id.clone()) else {
            return;
        };
        match shift {
            Shift::Delete => drop(state.remove(&first)),
            Shift::Insert => {
                let id = state.ids.next(now);
                state.people.push(newcomer(id, now));
            }
        }
    }
}

/// Somebody whom lists name first.
fn newcomer(id: String, now: i64) -> Person {
    let mut document = Members::default();
    let texts = [
        ("firstName", "Aa".to_owned()),
        ("lastName", "AA".to_owned()),
        ("email", format!("{id}@example.com")),
        ("city", "Lyon".to_owned()),
        ("createdAt", instant::written(now)),
    ];
    for (name, text) in texts {
        document.put(name.to_owned(), Given::Text(text));
    }
    let roles = vec![Given::Text("tech".to_owned())];
    document.put("roles".to_owned(), Given::List(roles));
    Person {
        id,
        document,
        password: None,
        needs_password_change: true,
    }
}

/// The bytes of the request line and the headers.
fn head_length(request: &Request<Body>) -> usize {
    let target = request
        .uri()
        .path_and_query()
        .map_or(1, |target| target.as_str().len());
    let line = request.method().as_str().len() + target + " ".len() + " HTTP/1.1\r\n".len();
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
    line + headers.sum::<usize>() + "\r\n".len()
}
