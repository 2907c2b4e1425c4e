//! The state of a token: a machine without clock, lock or I/O.

use std::time::Duration;

use eloomi_core::Tick;

use crate::{AccessToken, Lifetime, Token};

/// After a failed early renewal the old token serves on, and nobody tries again for so long.
const BACKOFF: Duration = Duration::from_secs(10);

/// A token request that nobody has waited on for so long is not joined but made anew: the
/// connection it began on is long gone.
const ABANDONED: Duration = Duration::from_secs(30);

/// At most one token, and at most one request for the next one, which many may wait for.
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
    renew_not_before: Tick,
}

#[derive(Debug)]
struct Held {
    token: AccessToken,
    good_until: Tick,
    renew_from: Tick,
    /// Good for one stamp, though its time is over.
    once: bool,
}

/// A token request under way.
#[derive(Debug)]
struct Flight<F> {
    number: u64,
    future: F,
    since: Tick,
    waiting: usize,
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
            renew_not_before: Tick::default(),
        }
    }

    /// Whether a request may go out with what is held. In the early window, one caller at a
    /// time is told no, and renews while the others go on.
    pub(crate) fn is_ready(&self, now: Tick) -> bool {
        self.held.as_ref().is_some_and(|held| {
            let renew = now >= held.renew_from && now >= self.renew_not_before;
            held.is_good(now) && (held.once || !renew || self.is_awaited())
        })
    }

    /// Whether what is held would still be accepted.
    pub(crate) fn is_good(&self, now: Tick) -> bool {
        self.held.as_ref().is_some_and(|held| held.is_good(now))
    }

    /// Takes a seat in the request under way, or begins one; `None` if there is no need.
    pub(crate) fn join(&mut self, now: Tick, begin: impl FnOnce() -> F) -> Option<Seat<F>> {
        if self.is_ready(now) {
            return None;
        }
        let is_over =
            |flight: &Flight<F>| flight.waiting == 0 && now.since(flight.since) > ABANDONED;
        if self.flight.as_ref().is_none_or(is_over) {
            self.flights += 1;
            self.flight = Some(Flight {
                number: self.flights,
                future: begin(),
                since: now,
                waiting: 0,
            });
        }
        let flight = self.flight.as_mut()?;
        flight.waiting += 1;
        Some(Seat {
            number: flight.number,
            future: flight.future.clone(),
        })
    }

    /// Gives a seat up, with or without a result. The request stays, for whoever comes next.
    pub(crate) fn leave(&mut self, number: u64) {
        if let Some(flight) = self.flight_numbered(number) {
            flight.waiting = flight.waiting.saturating_sub(1);
        }
    }

    /// The request is over; all who wait report it, the first one counts.
    pub(crate) fn land(&mut self, number: u64, now: Tick, token: Option<&Token>) {
        if self.flight_numbered(number).is_none() {
            return;
        }
        let since = self.flight.take().map_or(now, |flight| flight.since);
        let Some(Token {
            access_token,
            lifetime,
            ..
        }) = token
        else {
            self.renew_not_before = now + BACKOFF;
            return;
        };
        let life = match lifetime {
            Lifetime::SingleUse => Duration::ZERO,
            Lifetime::For(life) => *life,
        };
        self.generation += 1;
        self.held = Some(Held {
            token: access_token.clone(),
            // From when it was asked for: the server's clock began no earlier.
            good_until: since + life,
            renew_from: since + life.saturating_sub(Lifetime::early(life)),
            once: now >= since + life,
        });
    }

    /// The token for a request that goes out now, and its generation.
    pub(crate) fn stamp(&mut self) -> Option<(AccessToken, u64)> {
        let held = self.held.as_mut()?;
        held.once = false;
        Some((held.token.clone(), self.generation))
    }

    /// The token of this generation was refused. A newer one is not touched.
    pub(crate) fn refuse(&mut self, generation: u64) {
        if generation == self.generation {
            self.held = None;
        }
    }

    fn is_awaited(&self) -> bool {
        self.flight
            .as_ref()
            .is_some_and(|flight| flight.waiting > 0)
    }

    fn flight_numbered(&mut self, number: u64) -> Option<&mut Flight<F>> {
        self.flight
            .as_mut()
            .filter(|flight| flight.number == number)
    }
}

impl Held {
    fn is_good(&self, now: Tick) -> bool {
        self.once || now < self.good_until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3600;

    fn at(seconds: u64) -> Tick {
        Tick(Duration::from_secs(seconds))
    }

    fn token(seconds: u64) -> Token {
        let lifetime = match seconds {
            0 => Lifetime::SingleUse,
            _ => Lifetime::For(Duration::from_secs(seconds)),
        };
        Token::new(AccessToken::new("sim-token").unwrap(), lifetime)
    }

    /// A cell that got a token for `seconds` at the start of time.
    fn holding(seconds: u64) -> TokenCell<()> {
        let mut cell = TokenCell::new();
        let seat = cell.join(at(0), || ()).unwrap();
        cell.land(seat.number, at(0), Some(&token(seconds)));
        cell.leave(seat.number);
        cell
    }

    #[test]
    fn all_who_need_a_token_share_one_request() {
        let mut cell = TokenCell::new();
        let first = cell.join(at(0), || ()).unwrap();
        let second = cell.join(at(1), || panic!("a second request")).unwrap();
        assert_eq!(first.number, second.number);
        cell.land(first.number, at(2), Some(&token(HOUR)));
        cell.land(second.number, at(2), Some(&token(HOUR)));
        assert!(cell.is_ready(at(3)));
        assert_eq!(cell.stamp().unwrap().1, 1);
    }

    #[test]
    fn a_request_outlives_whoever_began_it() {
        let mut cell = TokenCell::new();
        let first = cell.join(at(0), || ()).unwrap();
        cell.leave(first.number);
        let second = cell.join(at(5), || panic!("a second request")).unwrap();
        assert_eq!(first.number, second.number);
    }

    #[test]
    fn a_request_long_abandoned_is_made_anew() {
        let mut cell = TokenCell::new();
        let first = cell.join(at(0), || ()).unwrap();
        cell.leave(first.number);
        let second = cell.join(at(3600), || ()).unwrap();
        assert_ne!(first.number, second.number);
        cell.land(first.number, at(3601), None); // too late to matter
        cell.land(second.number, at(3601), Some(&token(HOUR)));
        assert!(cell.is_ready(at(3601)));
    }

    #[test]
    fn one_caller_renews_early_while_the_others_go_on() {
        let mut cell = holding(HOUR);
        assert!(cell.is_ready(at(HOUR - 241)));
        assert!(!cell.is_ready(at(HOUR - 239)));
        let seat = cell.join(at(HOUR - 239), || ()).unwrap();
        assert!(cell.is_ready(at(HOUR - 238)));
        cell.leave(seat.number);
        assert!(
            !cell.is_ready(at(HOUR - 237)),
            "somebody else must take over"
        );
    }

    #[test]
    fn a_failed_renewal_keeps_the_old_token_and_backs_off() {
        let mut cell = holding(HOUR);
        let now = HOUR - 100;
        let seat = cell.join(at(now), || ()).unwrap();
        cell.land(seat.number, at(now), None);
        assert!(cell.is_good(at(now)) && cell.is_ready(at(now + 9)));
        assert!(!cell.is_ready(at(now + 10)), "it is tried again");
        assert!(!cell.is_good(at(HOUR)));
    }

    #[test]
    fn a_late_refusal_does_not_touch_a_newer_token() {
        let mut cell = holding(HOUR);
        let (_, old) = cell.stamp().unwrap();
        cell.refuse(old);
        assert!(!cell.is_ready(at(1)));
        let seat = cell.join(at(1), || ()).unwrap();
        cell.land(seat.number, at(1), Some(&token(HOUR)));
        cell.refuse(old);
        assert!(cell.is_ready(at(2)));
    }

    #[test]
    fn a_token_for_one_request_serves_one() {
        let mut cell = holding(0);
        assert!(cell.is_ready(at(0)));
        assert!(cell.stamp().is_some());
        assert!(!cell.is_ready(at(0)));
    }
}
