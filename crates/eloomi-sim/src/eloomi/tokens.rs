//! The tokens that were handed out.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::dice::Dice;
use crate::setup::SECRET_PREFIX;

/// The client's id, as in the documentation's sample.
pub(crate) const CLIENT_ID: &str = "200";

/// Streams of the generator that no person uses.
const SECRET_STREAM: u64 = u64::MAX;
const TOKEN_STREAM: u64 = u64::MAX - 1;

/// When a token was handed out, and when it ends.
struct Issued {
    at: Instant,
    end: Instant,
}

/// The client's secret, its tokens, and the moments they end; many may be good at a time.
pub(crate) struct Tokens {
    secret: String,
    state: Mutex<State>,
}

struct State {
    dice: Dice,
    good: HashMap<String, Issued>,
    requests: u64,
}

impl Tokens {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            // It follows from the seed, so that a run can be repeated.
            secret: format!("{SECRET_PREFIX}{}", Dice::new(seed, SECRET_STREAM).hex(20)),
            state: Mutex::new(State {
                dice: Dice::new(seed, TOKEN_STREAM),
                good: HashMap::new(),
                requests: 0,
            }),
        }
    }

    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    /// Hands out a token.
    pub(crate) fn issue(&self, now: Instant, lifetime: Duration) -> String {
        let mut state = self.state();
        let token = format!("sim-token-{}", state.dice.hex(32));
        state.good.retain(|_, issued| issued.end > now);
        // A lifetime beyond the clock's end is as good as none: a century will do.
        let century = Duration::from_secs(3_155_760_000);
        let end = now.checked_add(lifetime.min(century)).unwrap_or(now);
        state.good.insert(token.clone(), Issued { at: now, end });
        token
    }

    pub(crate) fn is_good(&self, token: &str, now: Instant) -> bool {
        self.age(token, now).is_some()
    }

    /// How long ago a token was handed out; `None` if it is not good.
    pub(crate) fn age(&self, token: &str, now: Instant) -> Option<Duration> {
        let state = self.state();
        let issued = state.good.get(token).filter(|issued| issued.end > now)?;
        Some(now.saturating_duration_since(issued.at))
    }

    /// Makes one token worthless.
    pub(crate) fn expire(&self, token: &str) {
        self.state().good.remove(token);
    }

    pub(crate) fn revoke_all(&self) {
        self.state().good.clear();
    }

    /// Counts a request for a token, whatever comes of it.
    pub(crate) fn count_request(&self) {
        self.state().requests += 1;
    }

    pub(crate) fn requests(&self) -> u64 {
        self.state().requests
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens").finish_non_exhaustive()
    }
}
