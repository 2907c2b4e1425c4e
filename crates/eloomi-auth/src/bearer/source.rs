//! Where a bearer's next token comes from: a store, a refresh token, or the grant.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use eloomi_core::{Clock, Error, ErrorKind, Session};

use super::keeping::Keeping;
use crate::{Grant, Lifetime, StoredToken, Token};

/// What a bearer lives by. The request under way owns a part of it, because it belongs to no caller.
pub(super) struct Source<G> {
    wallet: Mutex<Wallet<G>>,
    clock: Arc<dyn Clock>,
}

/// What one has to get the next token with.
struct Wallet<G> {
    grant: G,
    /// The last token: whoever asks for another has no more use for it, but for its refresh token.
    last: Option<Token>,
}

impl<G> Source<G> {
    pub(super) fn new(grant: G, clock: Arc<dyn Clock>) -> Self {
        Self {
            wallet: Mutex::new(Wallet { grant, last: None }),
            clock,
        }
    }

    fn wallet(&self) -> MutexGuard<'_, Wallet<G>> {
        // Each step leaves it consistent, so a panic elsewhere has broken nothing.
        self.wallet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<G: Clone> Source<G> {
    pub(super) fn grant(&self) -> G {
        self.wallet().grant.clone()
    }
}

impl<G: Grant> Source<G> {
    /// The next token. First of all from the store, where another process may have put it.
    pub(super) async fn next(
        &self,
        session: &Session,
        keeping: &Keeping,
        grant: G,
    ) -> Result<Token, Error> {
        let Some(place) = keeping.place(grant.key(session.base_url())) else {
            let last = self.wallet().last.clone();
            return self.ask(session, grant, last).await;
        };
        if let Some(token) = self.adopt(place.read().await.as_ref(), keeping.cap) {
            return Ok(token);
        }
        let _lock = place.lock().await;
        let stored = place.read().await;
        if let Some(token) = self.adopt(stored.as_ref(), keeping.cap) {
            return Ok(token);
        }
        // Others may have renewed it since, so what is kept goes before what is remembered.
        let kept = stored.map(|stored| stored.token().clone());
        let kept = kept.filter(|token| token.refresh_token.is_some());
        let last = kept.or_else(|| self.wallet().last.clone());
        let asked_at = self.clock.wall();
        let token = self.ask(session, grant, last).await?;
        place
            .write(&StoredToken::new(token.clone(), asked_at))
            .await;
        Ok(token)
    }

    /// Takes a stored token that is good and another than the last one, which was of no more use.
    fn adopt(&self, stored: Option<&StoredToken>, cap: Duration) -> Option<Token> {
        let stored = stored?;
        let left = stored.good_for(self.clock.wall(), cap)?;
        let mut wallet = self.wallet();
        let is_new =
            |last: &Token| last.access_token.expose() != stored.token().access_token.expose();
        if !wallet.last.as_ref().is_none_or(is_new) {
            return None;
        }
        let mut token = stored.token().clone();
        token.lifetime = Lifetime::For(left);
        wallet.last = Some(token.clone());
        Some(token)
    }

    /// Asks the service: with a refresh token if there is one, or else with the grant.
    async fn ask(&self, session: &Session, grant: G, last: Option<Token>) -> Result<Token, Error> {
        if let Some(last) = last
            && let Some(renewal) = grant.renewal(&last)
        {
            match session.send(renewal).await {
                Ok(mut token) => {
                    // Servers that do not rotate it send none, and what is not said has not changed
                    // (RFC 6749 §6, §5.1).
                    token.refresh_token = token.refresh_token.or(last.refresh_token);
                    token.scope = token.scope.or(last.scope);
                    self.remember(&token);
                    return Ok(token);
                }
                Err(error) if !was_answered(&error) => return Err(error),
                Err(error) if grant.is_spent() => return Err(self.lost(&grant, error)),
                // What it was for the first time, it may be once more.
                Err(_) => self.forget_refresh_token(),
            }
        } else if grant.is_spent() {
            return Err(log_in(&grant, "nobody is logged in: log in"));
        }
        let sent = session.send(grant).await;
        match &sent {
            Ok(token) => {
                self.wallet().grant.spend();
                self.remember(token);
            }
            // Neither a password that is wrong nor a code is worth a second try.
            Err(error) if is_final(error) => self.wallet().grant.spend(),
            Err(_) => {}
        }
        sent
    }

    /// The refresh token was all there was, and failed.
    fn lost(&self, grant: &G, error: Error) -> Error {
        if !is_final(&error) {
            return error;
        }
        self.forget_refresh_token();
        log_in(grant, "the refresh token is refused: log in again")
    }

    fn remember(&self, token: &Token) {
        self.wallet().last = Some(token.clone());
    }

    fn forget_refresh_token(&self) {
        if let Some(last) = &mut self.wallet().last {
            last.refresh_token = None;
        }
    }
}

/// Whether the service itself said that it gives no token for this. If it could not be reached,
/// nothing is known.
fn was_answered(error: &Error) -> bool {
    error.status().is_some() && error.kind() != ErrorKind::RateLimited
}

/// Whether the same request would fail again.
fn is_final(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unauthorized | ErrorKind::Ambiguous | ErrorKind::Rejected
    )
}

fn log_in<G: Grant>(grant: &G, how: &'static str) -> Error {
    Error::new(ErrorKind::Unauthorized, grant.route(), how)
}

impl<G: fmt::Debug> fmt::Debug for Source<G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.wallet().grant.fmt(f)
    }
}
