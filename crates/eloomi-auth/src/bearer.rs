//! The authorizer: keeps a token, and puts it on requests.

use std::{
    fmt,
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use eloomi_core::{Authorizer, Clock, Endpoint, Error, ErrorKind, Refusal, Reply, Session, Stamp};
use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Shared},
};
use http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{AUTHORIZATION, WWW_AUTHENTICATE},
};

use crate::{Token, token_cell::TokenCell};

/// Gets a bearer token with `G` and puts it on every request (RFC 6750 §2.1).
///
/// * However many callers need a token, one request is made. It belongs to none of them: a
///   caller that goes away takes nothing along. Nothing is spawned.
/// * In the last tenth of a token's life, at most four minutes, one caller renews it while
///   the others go on with the old one. If that fails, the renewing caller goes on with the old
///   one, too, and the next try is ten seconds later.
/// * A 401 drops the token it was given for, and no newer one; the request is repeated once.
///   After `insufficient_scope` (RFC 6750 §3.1) it is not: a new token would be no better.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use eloomi_auth::{Bearer, ClientCredentials, CreateToken};
/// use eloomi_core::{Session, SystemClock, Transport};
///
/// fn session(transport: impl Transport + 'static) -> Result<Session, eloomi_core::BaseUrlError> {
///     let clock = Arc::new(SystemClock::new());
///     let grant = CreateToken::new(ClientCredentials::new(200, "sim-secret").scope("*"));
///     let session = Session::builder("https://api.example.com".parse()?, transport)
///         .clock(clock.clone())
///         .authorizer(Arc::new(Bearer::new(grant, clock)))
///         .build();
///     Ok(session)
/// }
/// ```
pub struct Bearer<G> {
    grant: G,
    clock: Arc<dyn Clock>,
    cell: Mutex<TokenCell<Request>>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// A token request that many wait for: whoever is still here drives it.
type Request = Shared<BoxFuture<'static, Result<Token, Error>>>;

impl<G> Bearer<G> {
    /// Gets tokens with `grant`; `clock` tells when they run out.
    pub fn new(grant: G, clock: Arc<dyn Clock>) -> Self {
        Self {
            grant,
            clock,
            cell: Mutex::new(TokenCell::new()),
            headers: Vec::new(),
        }
    }

    /// Puts another header beside the token, on the same requests.
    #[must_use]
    pub fn beside(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    fn cell(&self) -> MutexGuard<'_, TokenCell<Request>> {
        // The machine is consistent between any two of its steps, so a panic elsewhere
        // while it was locked has broken nothing.
        self.cell.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<G: Endpoint<Output = Token> + Clone + 'static> Bearer<G> {
    /// The token request, owned by nobody.
    fn request(&self, anonymous: &Session) -> Request {
        let (session, grant) = (anonymous.clone(), self.grant.clone());
        let route = self.grant.route();
        let request = async move {
            // A panic in a transport must reach one caller as an error, not all as a panic.
            let sent = AssertUnwindSafe(session.send(grant)).catch_unwind().await;
            sent.unwrap_or_else(|_| {
                Err(Error::new(
                    ErrorKind::Transport,
                    route,
                    "the transport panicked",
                ))
            })
        };
        request.boxed().shared()
    }
}

#[async_trait]
impl<G: Endpoint<Output = Token> + Clone + 'static> Authorizer for Bearer<G> {
    fn is_ready(&self) -> bool {
        self.cell().is_ready(self.clock.now())
    }

    async fn prepare(&self, anonymous: &Session) -> Result<(), Error> {
        let seat = self
            .cell()
            .join(self.clock.now(), || self.request(anonymous));
        let Some(seat) = seat else {
            return Ok(());
        };
        let _leave = Leave {
            bearer: self,
            number: seat.number,
        };
        let token = seat.future.await;
        let now = self.clock.now();
        let mut cell = self.cell();
        cell.land(seat.number, now, token.as_ref().ok());
        match token {
            Ok(_) => Ok(()),
            // Renewed early, and in vain: the old token is still good.
            Err(_) if cell.is_good(now) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp> {
        let (token, generation) = self.cell().stamp()?;
        headers.insert(AUTHORIZATION, token.authorization()?);
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        Some(Stamp(generation))
    }

    fn refused(&self, used: Stamp, reply: &Reply) -> Refusal {
        if lacks_scope(&reply.headers) {
            return Refusal::Final;
        }
        self.cell().refuse(used.0);
        Refusal::Refresh
    }
}

/// Gives the seat up however the wait ends: with a token, an error, or the caller's end.
struct Leave<'a, G> {
    bearer: &'a Bearer<G>,
    number: u64,
}

impl<G> Drop for Leave<'_, G> {
    fn drop(&mut self) {
        self.bearer.cell().leave(self.number);
    }
}

/// Whether the challenge says that the token is good and not enough (RFC 6750 §3.1).
fn lacks_scope(headers: &HeaderMap) -> bool {
    headers
        .get_all(WWW_AUTHENTICATE)
        .iter()
        .filter_map(|challenge| challenge.to_str().ok())
        .any(|challenge| {
            challenge
                .replace(['"', ' '], "")
                .contains("error=insufficient_scope")
        })
}

impl<G: fmt::Debug> fmt::Debug for Bearer<G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bearer")
            .field("grant", &self.grant)
            .field("is_good", &self.cell().is_good(self.clock.now()))
            .finish_non_exhaustive()
    }
}
