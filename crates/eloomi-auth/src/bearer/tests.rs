use std::{
    sync::atomic::{
        AtomicBool, AtomicUsize,
        Ordering::{Relaxed, SeqCst},
    },
    time::Duration,
};

use bytes::Bytes;
use eloomi_core::{
    Body, Endpoint, ManualClock, RequestError, ResponseError, Route, Transport, TransportError,
};
use http::{Request, Response, StatusCode};

use crate::{ClientCredentials, CreateToken};

use super::*;

/// A token endpoint whose tokens are good for a hundred seconds.
#[derive(Clone, Default)]
struct TokenEndpoint {
    state: Arc<State>,
    clock: ManualClock,
}

#[derive(Default)]
struct State {
    asked: AtomicUsize,
    fails: AtomicBool,
    hangs: AtomicBool,
    /// Whether the next copy of a [`Fragile`] panics.
    breaks: AtomicBool,
}

#[async_trait]
impl Transport for TokenEndpoint {
    async fn send(&self, _request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let number = self.state.asked.fetch_add(1, SeqCst) + 1;
        if self.state.hangs.load(SeqCst) {
            std::future::pending::<()>().await;
        }
        let (status, body) = if self.state.fails.load(SeqCst) {
            (400, "<html>".to_owned())
        } else {
            let body = format!(r#"{{"access_token":"sim-token-{number}","expires_in":100}}"#);
            (200, body)
        };
        Ok(Response::builder()
            .status(status)
            .body(body.into())
            .unwrap())
    }
}

fn grant() -> CreateToken {
    CreateToken::new(ClientCredentials::new(200, "sim-secret"))
}

impl TokenEndpoint {
    fn bearer(&self) -> Bearer<CreateToken> {
        Bearer::new(grant(), Arc::new(self.clock.clone()))
    }

    fn session(&self) -> Session {
        Session::builder("https://api.example.com".parse().unwrap(), self.clone())
            .clock(Arc::new(self.clock.clone()))
            .build()
    }

    /// Prepares, which takes no time here.
    #[track_caller]
    fn prepare<G: Grant>(&self, bearer: &Bearer<G>) -> Result<(), Error> {
        let session = self.session();
        bearer.prepare(&session).now_or_never().unwrap()
    }

    fn asked(&self) -> usize {
        self.state.asked.load(SeqCst)
    }

    fn advance(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }
}

fn refused(bearer: &Bearer<CreateToken>, challenge: &'static str) -> Refusal {
    let used = bearer.stamp(&mut HeaderMap::new()).unwrap();
    let mut headers = HeaderMap::new();
    headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    bearer.refused(used, &Reply::new(StatusCode::UNAUTHORIZED, headers, ""))
}

#[test]
fn a_token_is_fetched_once_and_stamped_with_the_headers_beside_it() {
    let endpoint = TokenEndpoint::default();
    let name = HeaderName::from_static("clientid");
    let bearer = endpoint
        .bearer()
        .beside(name, HeaderValue::from_static("200"));
    assert!(!bearer.is_ready());
    assert!(bearer.stamp(&mut HeaderMap::new()).is_none());
    for _ in 0..2 {
        endpoint.prepare(&bearer).unwrap();
    }
    assert!(bearer.is_ready());
    assert_eq!(endpoint.asked(), 1);
    let mut headers = HeaderMap::new();
    assert_eq!(bearer.stamp(&mut headers), Some(Stamp(1)));
    assert_eq!(headers[AUTHORIZATION], "Bearer sim-token-1");
    assert_eq!(headers["clientid"], "200");
}

#[test]
fn a_failure_without_a_good_token_is_returned_and_remembered() {
    let endpoint = TokenEndpoint::default();
    let bearer = endpoint.bearer();
    endpoint.state.fails.store(true, SeqCst);
    let first = endpoint.prepare(&bearer).unwrap_err();
    let second = endpoint.prepare(&bearer).unwrap_err();
    assert_eq!(first.to_string(), second.to_string());
    assert_eq!(endpoint.asked(), 1);
}

#[test]
fn a_failed_renewal_is_none_while_the_old_token_is_good() {
    let endpoint = TokenEndpoint::default();
    let bearer = endpoint.bearer();
    endpoint.prepare(&bearer).unwrap();
    endpoint.state.fails.store(true, SeqCst);
    endpoint.advance(95);
    endpoint.prepare(&bearer).unwrap();
    assert_eq!(endpoint.asked(), 2);
    endpoint.advance(5);
    assert!(endpoint.prepare(&bearer).is_err());
    assert_eq!(endpoint.asked(), 3);
}

#[test]
fn whoever_goes_away_gives_its_place_up() {
    let endpoint = TokenEndpoint::default();
    let bearer = endpoint.bearer();
    endpoint.prepare(&bearer).unwrap();
    endpoint.state.hangs.store(true, SeqCst);
    endpoint.advance(95);
    let session = endpoint.session();
    let mut renewing = bearer.prepare(&session);
    assert!((&mut renewing).now_or_never().is_none());
    assert!(bearer.is_ready(), "the others go on");
    drop(renewing);
    assert!(!bearer.is_ready(), "another takes over");
}

#[test]
fn a_refused_token_is_dropped_unless_it_only_lacks_the_scope() {
    let endpoint = TokenEndpoint::default();
    let bearer = endpoint.bearer();
    endpoint.prepare(&bearer).unwrap();
    let challenge = r#"Bearer error="insufficient_scope""#;
    assert_eq!(refused(&bearer, challenge), Refusal::Final);
    assert!(bearer.is_ready());
    let challenge = r#"Bearer error="invalid_token""#;
    assert_eq!(refused(&bearer, challenge), Refusal::Refresh);
    assert!(!bearer.is_ready());
}

#[test]
fn a_service_that_refuses_what_it_issues_is_named() {
    let endpoint = TokenEndpoint::default();
    let bearer = endpoint.bearer();
    for _ in 0..2 {
        endpoint.prepare(&bearer).unwrap();
        // The second one has had the time to get about.
        endpoint.clock.advance(Duration::from_secs(1));
        refused(&bearer, "Bearer");
    }
    let error = endpoint.prepare(&bearer).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(
        error.to_string(),
        "createToken: the credentials were refused: \
         the service refuses the tokens that it issues"
    );
    assert_eq!(endpoint.asked(), 2);
}

#[test]
fn debug_says_whether_a_token_is_good_and_not_which() {
    let endpoint = TokenEndpoint::default();
    let bearer = endpoint.bearer();
    assert!(format!("{bearer:?}").contains("is_good: false"));
    endpoint.prepare(&bearer).unwrap();
    let debug = format!("{bearer:?}");
    assert!(debug.contains("is_good: true"), "{debug}");
    assert!(debug.contains("grant: CreateToken"), "{debug}");
    assert!(!debug.contains("sim-"), "{debug}");
}

/// A grant of which a copy may fail, and one is made under the lock.
struct Fragile(TokenEndpoint);

impl Clone for Fragile {
    fn clone(&self) -> Self {
        assert!(!self.0.state.breaks.swap(false, Relaxed), "as scripted");
        Self(self.0.clone())
    }
}

impl Endpoint for Fragile {
    type Output = Token;

    fn route(&self) -> &'static Route {
        grant().route()
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        grant().request()
    }

    fn response(&self, reply: &Reply) -> Result<Token, ResponseError> {
        grant().response(reply)
    }
}

impl Grant for Fragile {}

/// F103.
#[test]
fn a_panic_under_the_lock_harms_nobody_else() {
    let endpoint = TokenEndpoint::default();
    let bearer = Bearer::new(Fragile(endpoint.clone()), Arc::new(endpoint.clock.clone()));
    endpoint.state.breaks.store(true, SeqCst);
    let panicked = std::panic::catch_unwind(AssertUnwindSafe(|| endpoint.prepare(&bearer)));
    assert!(panicked.is_err());
    assert!(bearer.cell.is_poisoned());
    endpoint.prepare(&bearer).unwrap();
    assert!(bearer.is_ready());
}
