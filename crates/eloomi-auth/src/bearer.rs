//! The authorizer: keeps a token, and puts it on requests.

mod keeping;
mod source;

use std::{
    fmt,
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use eloomi_core::{Authorizer, Clock, Error, ErrorKind, Refusal, Reply, Route, Session, Stamp};
use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Shared},
};
use http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{AUTHORIZATION, WWW_AUTHENTICATE},
};

use self::{keeping::Keeping, source::Source};
use crate::{
    Grant, Token, TokenStore, challenge::challenges, negative_cache::Denial, token_cell::TokenCell,
};

/// Gets a bearer token with `G` and puts it on every request (RFC 6750 §2.1).
///
/// * However many callers need a token, one request is made. It belongs to none of them: a
///   caller that goes away takes nothing along. Nothing is spawned.
/// * In the last tenth of a token's life, at most four minutes, one caller renews it while
///   the others go on with the old one. If that fails, the renewing caller goes on with the old
///   one, too, and the next try is ten seconds later, or thirty if the credentials were refused.
/// * A 401 drops the token it was given for, and no newer one; the request is repeated once.
///   After `insufficient_scope` (RFC 6750 §3.1) the token stays and the request is not repeated: a
///   new token would be no better. A token that has just been issued in place of a refused one
///   is kept for half a second: a part of the service may not know it yet.
/// * Failures are remembered, so that callers in a row do not send a token request each: a
///   refusal of the credentials for 30 seconds, any other failure for one, and for one second,
///   too, that the service refuses the tokens it has just issued. A new `Bearer` remembers
///   nothing.
/// * Where a token came with a refresh token, the next one comes from that, and never for more
///   than the scope of the last one. If the service refuses it, the grant is sent again where it
///   may be; otherwise the call fails with [`ErrorKind::Unauthorized`], in words that ask to log in.
/// * With a [store](Self::store), a token that another process has put there is used in place of one
///   that would have to be asked for, and while one process asks, the others wait for it, for ten
///   seconds at most.
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
    source: Arc<Source<G>>,
    keeping: Arc<Keeping>,
    clock: Arc<dyn Clock>,
    cell: Mutex<TokenCell<Request>>,
    headers: Vec<(HeaderName, HeaderValue)>,
    judge: fn(&Reply) -> Option<Refusal>,
}

/// A token request that many wait for: whoever is still here drives it.
type Request = Shared<BoxFuture<'static, Result<Token, Error>>>;

impl<G> Bearer<G> {
    /// Gets tokens with `grant`; `clock` tells when they run out.
    pub fn new(grant: G, clock: Arc<dyn Clock>) -> Self {
        Self {
            source: Arc::new(Source::new(grant, Arc::clone(&clock))),
            keeping: Arc::new(Keeping::empty(Arc::clone(&clock))),
            clock,
            cell: Mutex::new(TokenCell::new()),
            headers: Vec::new(),
            judge: |_| None,
        }
    }

    /// Keeps tokens in this store, under the grant's [key](Grant::key), and takes them from there. A
    /// store that fails is as good as none: it is logged once, as a warning.
    #[must_use]
    pub fn store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.keeping = Arc::new(self.keeping.with_store(store));
        self
    }

    /// For how long after it was asked for a token from the store is used at most; 24 hours by
    /// default. Its refresh token is used for as long as the service takes it, and a token that
    /// this `Bearer` has asked for itself for all of its life.
    #[must_use]
    pub fn stored_for(mut self, most: Duration) -> Self {
        self.keeping = Arc::new(self.keeping.with_cap(most));
        self
    }

    /// Judges a 401 by what this service says in it, where `WWW-Authenticate` does not tell. With
    /// [`Refusal::Final`] the token stays and the request is not repeated; with `None` it is judged
    /// as always.
    #[must_use]
    pub fn judge(mut self, judge: fn(&Reply) -> Option<Refusal>) -> Self {
        self.judge = judge;
        self
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

impl<G: Grant> Bearer<G> {
    /// The token request, owned by nobody.
    fn request(&self, anonymous: &Session) -> Request {
        let (session, source) = (anonymous.clone(), Arc::clone(&self.source));
        let keeping = Arc::clone(&self.keeping);
        let grant = source.grant();
        let route = grant.route();
        let request = async move {
            // A panic in a transport must reach one caller as an error, not all as a panic.
            let next = source.next(&session, &keeping, grant);
            let sent = AssertUnwindSafe(next).catch_unwind().await;
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

    fn route(&self) -> &'static Route {
        self.source.grant().route()
    }

    fn denied(&self, denial: Denial) -> Error {
        match denial {
            Denial::Failed(error) => error,
            Denial::TokensRefused => Error::new(
                ErrorKind::Unauthorized,
                self.route(),
                "the service refuses the tokens that it issues",
            ),
        }
    }
}

#[async_trait]
impl<G: Grant> Authorizer for Bearer<G> {
    fn is_ready(&self) -> bool {
        let now = self.clock.now();
        self.cell().is_ready(now)
    }

    async fn prepare(&self, anonymous: &Session) -> Result<(), Error> {
        let now = self.clock.now();
        let joined = self.cell().join(now, || self.request(anonymous));
        let seat = match joined {
            Ok(Some(seat)) => seat,
            Ok(None) => return Ok(()),
            Err(denial) => return Err(self.denied(denial)),
        };
        let _leave = Leave {
            bearer: self,
            number: seat.number,
        };
        let token = seat.future.await;
        let now = self.clock.now();
        let mut cell = self.cell();
        cell.land(seat.number, now, token.as_ref());
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
        let is_final = (self.judge)(reply) == Some(Refusal::Final);
        if is_final || lacks_scope(&reply.headers) {
            return Refusal::Final;
        }
        let now = self.clock.now();
        self.cell().refuse(used.0, now);
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

/// Whether a challenge says that the token is good and not enough (RFC 6750 §3.1).
fn lacks_scope(headers: &HeaderMap) -> bool {
    headers
        .get_all(WWW_AUTHENTICATE)
        .iter()
        .flat_map(|field| challenges(field.as_bytes()))
        .any(|challenge| challenge.is_insufficient_scope())
}

impl<G: fmt::Debug> fmt::Debug for Bearer<G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bearer")
            .field("grant", &self.source)
            .field("is_good", &self.cell().is_good(self.clock.now()))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
