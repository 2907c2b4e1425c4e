//! A bearer and its store.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::{Duration, UNIX_EPOCH},
};

use async_trait::async_trait;
use eloomi_auth::{
    AccessToken, Bearer, ClientCredentials, CreateToken, Grant, Lifetime, MemoryTokenStore,
    RefreshToken, StoreError, StoreErrorKind, StoreKey, StoreLock, StoredToken, Token, TokenStore,
};
use eloomi_core::{Clock as _, Session};
use futures_util::FutureExt as _;

use crate::service::{READ_THING, SECRET, Service, Step, gated, run_on};

const DAY: Duration = Duration::from_secs(24 * 3600);

fn grant() -> CreateToken {
    CreateToken::new(ClientCredentials::new(200, SECRET).scope("*"))
}

fn key() -> StoreKey {
    let base = "https://api.example.com".parse().unwrap();
    grant().key(&base).unwrap()
}

fn token(text: &str, seconds: u64) -> Token {
    let lifetime = Lifetime::For(Duration::from_secs(seconds));
    Token::new(AccessToken::new(text).unwrap(), lifetime)
}

fn now<T>(future: impl Future<Output = T>) -> T {
    future
        .now_or_never()
        .expect("a store in memory does not wait")
}

/// Puts a token into the store that was asked for so many seconds after 1970.
fn keep(store: &dyn TokenStore, token: Token, obtained_at: u64) {
    let obtained_at = UNIX_EPOCH + Duration::from_secs(obtained_at);
    now(store.save(&key(), &StoredToken::new(token, obtained_at))).unwrap();
}

impl Service {
    fn bearer_with(&self, store: &MemoryTokenStore) -> Bearer<CreateToken> {
        self.bearer().store(Arc::new(store.clone()))
    }

    fn session_and(&self, store: &MemoryTokenStore) -> Session {
        self.session_with(self.bearer_with(store))
    }
}

#[test]
fn the_second_bearer_uses_the_token_of_the_first() {
    let (service, store) = (Service::default(), MemoryTokenStore::new());
    for _ in 0..2 {
        let session = service.session_and(&store);
        service.run(session.send(READ_THING)).unwrap();
    }
    assert_eq!(service.token_requests().len(), 1);
    assert_eq!(service.tokens_used(), ["sim-token-1", "sim-token-1"]);
}

#[test]
fn a_stored_token_ends_when_it_would_have_ended() {
    let (service, store) = (Service::default(), MemoryTokenStore::new());
    service.clock.advance(Duration::from_secs(1000));
    keep(&store, token("sim-kept", 1000), 500);
    let session = service.session_and(&store);
    service.run(session.send(READ_THING)).unwrap();
    service.clock.advance(Duration::from_secs(499));
    service.run(session.send(READ_THING)).unwrap();
    service.clock.advance(Duration::from_secs(1));
    service.run(session.send(READ_THING)).unwrap();
    // In its last seconds it is renewed already.
    assert_eq!(
        service.tokens_used(),
        ["sim-kept", "sim-token-1", "sim-token-1"]
    );
}

#[test]
fn a_stored_token_is_used_for_a_day_at_most_or_as_long_as_one_says() {
    for (cap, age, expected) in [
        (None, Duration::from_secs(24 * 3600 - 1), "sim-kept"),
        (None, DAY, "sim-token-1"),
        (Some(2 * DAY), DAY, "sim-kept"),
        (
            Some(Duration::from_secs(60)),
            Duration::from_secs(60),
            "sim-token-1",
        ),
    ] {
        let (service, store) = (Service::default(), MemoryTokenStore::new());
        keep(&store, token("sim-kept", 31_535_999), 0);
        service.clock.advance(age);
        let bearer = service.bearer_with(&store);
        let bearer = match cap {
            Some(cap) => bearer.stored_for(cap),
            None => bearer,
        };
        service
            .run(service.session_with(bearer).send(READ_THING))
            .unwrap();
        assert_eq!(service.tokens_used(), [expected], "{cap:?} {age:?}");
    }
}

/// F118.
#[test]
fn a_token_of_the_future_is_asked_for_anew_and_stored_with_todays_date() {
    let (service, store) = (Service::default(), MemoryTokenStore::new());
    keep(&store, token("sim-kept", 1000), 500);
    service
        .run(service.session_and(&store).send(READ_THING))
        .unwrap();
    assert_eq!(service.tokens_used(), ["sim-token-1"]);
    let kept = now(store.load(&key())).unwrap().unwrap();
    assert!(kept.good_for(service.clock.wall(), DAY).is_some());
}

#[test]
fn a_stored_token_that_is_refused_is_not_taken_again() {
    let (service, store) = (Service::default(), MemoryTokenStore::new());
    keep(&store, token("sim-kept", 1000), 0);
    service.revoke("sim-kept");
    service
        .run(service.session_and(&store).send(READ_THING))
        .unwrap();
    assert_eq!(service.tokens_used(), ["sim-kept", "sim-token-1"]);
}

#[test]
fn a_refused_token_that_another_has_renewed_costs_no_request() {
    let (service, store) = (Service::default(), MemoryTokenStore::new());
    let session = service.session_and(&store);
    service.run(session.send(READ_THING)).unwrap();
    service.revoke("sim-token-1");
    keep(&store, token("sim-kept", 1000), 0);
    service.run(session.send(READ_THING)).unwrap();
    assert_eq!(
        service.tokens_used(),
        ["sim-token-1", "sim-token-1", "sim-kept"]
    );
    assert_eq!(service.token_requests().len(), 1);
}

#[test]
fn a_stored_refresh_token_outlives_its_token_and_needs_no_grant() {
    let (service, store) = (Service::default(), MemoryTokenStore::new());
    let refresh_token = RefreshToken::new("sim-refresh").unwrap();
    keep(
        &store,
        token("sim-kept", 1000).refresh_token(refresh_token),
        0,
    );
    service.clock.advance(30 * DAY);
    let client = ClientCredentials::new(200, SECRET).scope("*");
    let clock = Arc::new(service.clock.clone());
    let bearer = Bearer::new(CreateToken::logged_in(client), clock).store(Arc::new(store.clone()));
    service
        .run(service.session_with(bearer).send(READ_THING))
        .unwrap();
    let asked = service.token_requests()[0].body().clone();
    assert!(asked.starts_with(b"grant_type=refresh_token&refresh_token=sim-refresh"));
    assert_eq!(service.tokens_used(), ["sim-token-1"]);
}

#[test]
fn without_a_login_in_the_store_nothing_is_sent() {
    let service = Service::default();
    let client = ClientCredentials::new(200, SECRET);
    let clock = Arc::new(service.clock.clone());
    let bearer =
        Bearer::new(CreateToken::logged_in(client), clock).store(Arc::new(MemoryTokenStore::new()));
    let error = service
        .run(service.session_with(bearer).send(READ_THING))
        .unwrap_err();
    assert!(
        error.to_string().ends_with("nobody is logged in: log in"),
        "{error}"
    );
    assert!(service.token_requests().is_empty());
}

#[test]
fn who_waits_for_the_lock_takes_the_token_that_comes_meanwhile() {
    let (open, step) = gated(Step::Issue);
    let (service, store) = (Service::new([step]), MemoryTokenStore::new());
    let (one, other) = (service.session_and(&store), service.session_and(&store));
    let mut first = Box::pin(one.send(READ_THING));
    let mut second = Box::pin(other.send(READ_THING));
    assert!(run_on(&mut first).is_none() && run_on(&mut second).is_none());
    service.clock.advance(Duration::from_secs(5));
    assert!(run_on(&mut second).is_none());
    open.send(()).unwrap();
    service.run(first).unwrap();
    service.run(second).unwrap();
    assert_eq!(service.token_requests().len(), 1);
}

#[test]
fn who_waits_for_the_lock_for_ten_seconds_asks_by_himself() {
    let (service, store) = (Service::default(), MemoryTokenStore::new());
    let lock = now(store.try_lock(&key())).unwrap().unwrap();
    assert!(now(store.try_lock(&key())).unwrap().is_none());
    let began = service.clock.now();
    service
        .run(service.session_and(&store).send(READ_THING))
        .unwrap();
    let waited = service.clock.now().since(began);
    assert!((10_000..10_200).contains(&waited.as_millis()), "{waited:?}");
    drop(lock);
    assert!(now(store.try_lock(&key())).unwrap().is_some());
}

/// Fails at everything, and counts it.
#[derive(Default)]
struct Broken(AtomicUsize);

impl Broken {
    fn fail<T>(&self) -> Result<T, StoreError> {
        self.0.fetch_add(1, SeqCst);
        Err(StoreError::new(StoreErrorKind::Unusable))
    }
}

#[async_trait]
impl TokenStore for Broken {
    async fn load(&self, _key: &StoreKey) -> Result<Option<StoredToken>, StoreError> {
        self.fail()
    }

    async fn save(&self, _key: &StoreKey, _token: &StoredToken) -> Result<(), StoreError> {
        self.fail()
    }

    async fn clear(&self, _key: &StoreKey) -> Result<(), StoreError> {
        self.fail()
    }

    async fn try_lock(&self, _key: &StoreKey) -> Result<Option<StoreLock>, StoreError> {
        self.fail()
    }
}

#[test]
fn a_store_that_fails_costs_no_call() {
    let (service, store) = (Service::default(), Arc::new(Broken::default()));
    let session = service.session_with(service.bearer().store(store.clone()));
    for _ in 0..2 {
        service.run(session.send(READ_THING)).unwrap();
    }
    assert_eq!(service.token_requests().len(), 1);
    assert_eq!(store.0.load(SeqCst), 4, "read, locked, read, written");
}

#[test]
fn what_is_cleared_is_gone() {
    let store = MemoryTokenStore::new();
    keep(&store, token("sim-kept", 1000), 0);
    assert!(!format!("{store:?}").contains("sim-"));
    now(store.clear(&key())).unwrap();
    assert!(now(store.load(&key())).unwrap().is_none());
}

#[cfg(feature = "mock")]
#[test]
fn a_mocked_store_says_what_it_was_told() {
    let mut store = eloomi_auth::MockTokenStore::new();
    let kept = StoredToken::new(token("sim-kept", 1000), UNIX_EPOCH);
    store
        .expect_load()
        .times(1)
        .returning(move |_| Ok(Some(kept.clone())));
    let service = Service::default();
    let bearer = service.bearer().store(Arc::new(store));
    service
        .run(service.session_with(bearer).send(READ_THING))
        .unwrap();
    assert_eq!(service.tokens_used(), ["sim-kept"]);
}
