//! The state of a token: a machine without clock, lock or I/O.

use std::time::Duration;

use eloomi_core::{Error, Refusal, Tick};

use crate::{
    AccessToken, Lifetime, Token,
    negative_cache::{Denial, NegativeCache},
};

/// A token request that nobody has waited on for so long is not joined but made anew: the
/// connection it began on is long gone.
const ABANDONED: Duration = Duration::from_secs(30);

/// A token that is refused while it is younger than this has hardly been revoked: the service
/// does not take what it issues. Longer than a call takes.
const FRESH: Duration = Duration::from_secs(5);

/// At most one token, and at most one request for the next one, which many may wait for; and
/// the failures for which nobody asks again just now.
///
/// `F` is the request under way; the machine hands out clones of it and never looks inside.
#[derive(Debug)]
pub(crate) struct TokenCell<F> {
    held: Option<Held>,
    /// Counts the tokens, so that a late 401 does not throw away a newer one.
    generation: u64,
    flight: Option<Flight<F>>,
    /// Counts the requests.
    flights: u64,
    failures: NegativeCache,
    /// Whether the last token was refused, and no other has come since.
    refused: bool,
}

#[derive(Debug)]
struct Held {
    token: AccessToken,
    good_until: Tick,
    renew_from: Tick,
    /// Good for one stamp, though its time is over.
    once: bool,
    landed: Tick,
    /// Whether it was asked for because the one before was refused.
    after_refusal: bool,
}

/// A token request under way.
#[derive(Debug)]
struct Flight<F> {
    number: u64,
    future: F,
    since: Tick,
    waiting: usize,
    after_refusal: bool,
}

/// A place among those who wait for a token request.
#[derive(Debug)]
pub(crate) struct Seat<F> {
    pub(crate) number: u64,
    pub(crate) future: F,
}

impl<F: Clone> TokenCell<F> {
    pub(crate) fn new() -> Self {
        Self {
            held: None,
            generation: 0,
            flight: None,
            flights: 0,
            failures: NegativeCache::default(),
            refused: false,
        }
    }

    /// Whether a request may go out with what is held. In the early window, one caller at a
    /// time is told no, and renews while the others go on.
    pub(crate) fn is_ready(&self, now: Tick) -> bool {
        self.held.as_ref().is_some_and(|held| {
            let renew = now >= held.renew_from && self.failures.allows_renewal(now);
            held.is_good(now) && (held.once || !renew || self.is_awaited())
        })
    }

    /// Whether what is held would still be accepted.
    pub(crate) fn is_good(&self, now: Tick) -> bool {
        self.held.as_ref().is_some_and(|held| held.is_good(now))
    }

    /// Takes a seat in the request under way, or begins one; `None` if there is no need, and a
    /// denial if the last failure is too fresh to ask again.
    pub(crate) fn join(
        &mut self,
        now: Tick,
        begin: impl FnOnce() -> F,
    ) -> Result<Option<Seat<F>>, Denial> {
        if self.is_ready(now) {
            return Ok(None);
        }
        let is_over =
            |flight: &Flight<F>| flight.waiting == 0 && now.since(flight.since) > ABANDONED;
        let flight = match self.flight.take_if(|flight| !is_over(flight)) {
            Some(flight) => flight,
            None => self.begin(now, begin)?,
        };
        let flight = self.flight.insert(flight);
        flight.waiting += 1;
        Ok(Some(Seat {
            number: flight.number,
            future: flight.future.clone(),
        }))
    }

    fn begin(&mut self, now: Tick, begin: impl FnOnce() -> F) -> Result<Flight<F>, Denial> {
        if let Some(denial) = self.failures.denial(now) {
            return Err(denial);
        }
        self.flights += 1;
        Ok(Flight {
            number: self.flights,
            future: begin(),
            since: now,
            waiting: 0,
            after_refusal: self.refused,
        })
    }

    /// Gives a seat up, with or without a result. The request stays, for whoever comes next.
    pub(crate) fn leave(&mut self, number: u64) {
        let flight = self.flight.as_mut();
        if let Some(flight) = flight.filter(|flight| flight.number == number) {
            flight.waiting = flight.waiting.saturating_sub(1);
        }
    }

    /// The request is over; all who wait report it, the first one counts.
    pub(crate) fn land(&mut self, number: u64, now: Tick, landed: Result<&Token, &Error>) {
        let Some(flight) = self.flight.take_if(|flight| flight.number == number) else {
            return;
        };
        let token = match landed {
            Ok(token) => token,
            Err(error) => return self.failures.request_failed(error.clone(), now),
        };
        let life = match token.lifetime {
            Lifetime::SingleUse => Duration::ZERO,
            Lifetime::For(life) => life,
        };
        self.failures = NegativeCache::default();
        self.refused = false;
        self.generation += 1;
        self.held = Some(Held {
            token: token.access_token.clone(),
            // From when it was asked for: the server's clock began no earlier.
            good_until: flight.since + life,
            renew_from: flight.since + life.saturating_sub(Lifetime::early(life)),
            once: now >= flight.since + life,
            landed: now,
            after_refusal: flight.after_refusal,
        });
    }

    /// The token for a request that goes out now, and its generation.
    pub(crate) fn stamp(&mut self) -> Option<(AccessToken, u64)> {
        let held = self.held.as_mut()?;
        held.once = false;
        Some((held.token.clone(), self.generation))
    }

    /// The token of this generation was refused. A newer one is not touched, and one that is quite
    /// new is given the benefit of the doubt.
    pub(crate) fn refuse(&mut self, generation: u64, now: Tick) {
        if generation != self.generation {
            return;
        }
        let Some(held) = self.held.take_if(|held| !held.is_spreading(now)) else {
            return;
        };
        self.refused = true;
        if held.after_refusal && now.since(held.landed) < FRESH {
            self.failures.new_token_refused(now);
        }
    }

    fn is_awaited(&self) -> bool {
        self.flight
            .as_ref()
            .is_some_and(|flight| flight.waiting > 0)
    }
}

impl Held {
    fn is_good(&self, now: Tick) -> bool {
        self.once || now < self.good_until
    }

    /// Whether a part of the service may not know it yet (F110): it was issued in place of a refused
    /// one, and hardly longer ago than the request is held back that is repeated with it.
    fn is_spreading(&self, now: Tick) -> bool {
        self.after_refusal && self.is_good(now) && now.since(self.landed) < Refusal::LONGEST_PAUSE
    }
}

#[cfg(test)]
mod sequences;
#[cfg(test)]
mod tests;
