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

/// Whatever happens in whatever order.
#[cfg(test)]
mod sequences {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    #[derive(Clone, Debug)]
    enum Step {
        Join,
        /// A caller goes away.
        Leave(usize),
        /// A caller learns that its request ended, with a token that lives so long.
        Land(usize, Option<u64>),
        Stamp,
        Refuse(u64),
        Advance(u64),
    }

    fn step() -> impl Strategy<Value = Step> {
        let life = prop_oneof![Just(0u64), 1u64..30, 30u64..4000];
        prop_oneof![
            4 => Just(Step::Join),
            2 => (0usize..8).prop_map(Step::Leave),
            4 => (0usize..8, prop::option::weighted(0.8, life)).prop_map(|(i, l)| Step::Land(i, l)),
            4 => Just(Step::Stamp),
            2 => (0u64..3).prop_map(Step::Refuse),
            3 => prop_oneof![0u64..20, 20u64..4000].prop_map(Step::Advance),
        ]
    }

    /// What the machine must come to, by the plainest of rules.
    #[derive(Default)]
    struct Model {
        now: u64,
        seats: Vec<Seat<u64>>,
        /// When each request began, by its number less one.
        began: Vec<u64>,
        ended: HashSet<u64>,
        /// The latest token's request, its end, and whether it is good for one stamp more.
        latest: Option<(u64, u64, bool)>,
        landed: u64,
    }

    impl Model {
        fn tick(&self) -> Tick {
            Tick(Duration::from_secs(self.now))
        }

        fn is_good(&self) -> bool {
            self.latest
                .is_some_and(|(_, end, once)| once || self.now < end)
        }

        /// The numbers of the requests that somebody waits for.
        fn awaited(&self) -> HashSet<u64> {
            let numbers = self.seats.iter().map(|seat| seat.number);
            numbers.filter(|n| !self.ended.contains(n)).collect()
        }

        fn take_seat(&mut self, index: usize) -> Option<Seat<u64>> {
            let index = index.checked_rem(self.seats.len())?;
            Some(self.seats.swap_remove(index))
        }

        fn apply(&mut self, cell: &mut TokenCell<u64>, step: &Step) -> Result<(), TestCaseError> {
            match *step {
                Step::Join => {
                    let was_ready = cell.is_ready(self.tick());
                    let now = self.now;
                    let seat = cell.join(self.tick(), || {
                        self.began.push(now);
                        self.began.len() as u64
                    });
                    prop_assert_eq!(seat.is_none(), was_ready);
                    if let Some(seat) = &seat {
                        prop_assert_eq!(seat.number, seat.future, "the latest request is joined");
                        prop_assert_eq!(seat.number, self.began.len() as u64);
                    }
                    self.seats.extend(seat);
                }
                Step::Leave(index) => {
                    if let Some(seat) = self.take_seat(index) {
                        cell.leave(seat.number);
                    }
                }
                Step::Land(index, life) => {
                    if let Some(seat) = self.take_seat(index) {
                        self.land(cell, seat.number, life);
                        cell.leave(seat.number);
                    }
                }
                Step::Stamp => {
                    let stamped = cell.stamp();
                    prop_assert_eq!(stamped.is_some(), self.latest.is_some());
                    if let (Some((token, generation)), Some((number, _, once))) =
                        (stamped, &mut self.latest)
                    {
                        *once = false;
                        prop_assert_eq!(generation, self.landed, "the newest token is used");
                        let value = format!("Bearer sim-{number}");
                        prop_assert_eq!(token.authorization().unwrap(), value.as_str());
                    }
                }
                Step::Refuse(back) => {
                    cell.refuse(self.landed.saturating_sub(back));
                    if back == 0 || self.landed == 0 {
                        self.latest = None;
                    }
                }
                Step::Advance(seconds) => self.now += seconds,
            }
            Ok(())
        }

        fn land(&mut self, cell: &mut TokenCell<u64>, number: u64, life: Option<u64>) {
            let token = life.map(|life| {
                let lifetime = match life {
                    0 => Lifetime::SingleUse,
                    _ => Lifetime::For(Duration::from_secs(life)),
                };
                Token::new(AccessToken::new(format!("sim-{number}")).unwrap(), lifetime)
            });
            cell.land(number, self.tick(), token.as_ref());
            // A request ends once; and one that was given up for a newer one is nothing.
            let is_latest = number == self.began.len() as u64;
            if let (true, true, Some(life)) = (self.ended.insert(number), is_latest, life) {
                let began = usize::try_from(number).unwrap() - 1;
                let end = self.began[began] + life;
                self.latest = Some((number, end, self.now >= end));
                self.landed += 1;
            }
        }

        fn check(&self, cell: &mut TokenCell<u64>) -> Result<(), TestCaseError> {
            prop_assert!(self.awaited().len() <= 1, "two requests are awaited");
            prop_assert_eq!(cell.is_good(self.tick()), self.is_good());
            if cell.is_ready(self.tick()) {
                prop_assert!(self.is_good(), "a token is ready though its time is over");
                prop_assert!(self.latest.is_some(), "ready, and nothing to stamp");
            } else if self.is_good() {
                prop_assert!(self.awaited().is_empty(), "one caller renews, not more");
            }
            Ok(())
        }
    }

    proptest! {
        #[test]
        fn one_request_at_a_time_and_never_a_token_that_is_over(
            steps in prop::collection::vec(step(), 0..60),
        ) {
            let mut cell = TokenCell::new();
            let mut model = Model::default();
            for step in &steps {
                model.apply(&mut cell, step)?;
                model.check(&mut cell)?;
            }
        }
    }
}
