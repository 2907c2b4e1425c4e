//! Whatever happens in whatever order.

use std::collections::HashSet;

use eloomi_core::{ErrorKind, Repeat, Route};
use http::Method;
use proptest::prelude::*;

use super::*;

static ROUTE: Route = Route::new("createToken", Method::POST, "/", Repeat::Idempotent);

/// How a request ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// With a token that lives so many seconds.
    Token(u64),
    Refused,
    Failed,
}

#[derive(Clone, Debug)]
enum Step {
    Join,
    /// A caller goes away.
    Leave(usize),
    /// A caller learns that its request ended.
    Land(usize, End),
    Stamp,
    /// The token so many before the newest is refused.
    Refuse(u64),
    Advance(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let life = prop_oneof![Just(0u64), 1u64..30, 30u64..4000];
    let end = prop_oneof![
        6 => life.prop_map(End::Token),
        1 => Just(End::Refused),
        1 => Just(End::Failed),
    ];
    prop_oneof![
        4 => Just(Step::Join),
        2 => (0usize..8).prop_map(Step::Leave),
        4 => (0usize..8, end).prop_map(|(index, end)| Step::Land(index, end)),
        4 => Just(Step::Stamp),
        2 => (0u64..3).prop_map(Step::Refuse),
        3 => prop_oneof![0u64..3, 0u64..40, 40u64..4000].prop_map(Step::Advance),
    ]
}

/// The newest token.
struct Newest {
    request: u64,
    landed: u64,
    end: u64,
    renew_from: Tick,
    /// Good for one stamp more.
    once: bool,
    after_refusal: bool,
}

/// What the machine must come to, by the plainest of rules.
#[derive(Default)]
struct Model {
    now: u64,
    seats: Vec<Seat<u64>>,
    /// When each request began, by its number less one, and whether after a refusal.
    began: Vec<(u64, bool)>,
    ended: HashSet<u64>,
    newest: Option<Newest>,
    landed: u64,
    refused: bool,
    /// Since the newest token: the last failed request, and the last storm.
    failure: Option<(End, u64)>,
    storm: Option<u64>,
}

impl Model {
    fn tick(&self) -> Tick {
        Tick(Duration::from_secs(self.now))
    }

    fn is_good(&self) -> bool {
        let newest = self.newest.as_ref();
        newest.is_some_and(|newest| newest.once || self.now < newest.end)
    }

    fn is_ready(&self) -> bool {
        let may_renew = match self.failure {
            None => true,
            Some((End::Refused, at)) => self.now >= at + 30,
            Some((_, at)) => self.now >= at + 10,
        };
        self.newest.as_ref().is_some_and(|newest| {
            let renews = self.tick() >= newest.renew_from && may_renew;
            self.is_good() && (newest.once || !renews || !self.awaited().is_empty())
        })
    }

    /// The failure for which nobody may ask.
    fn denied_for(&self) -> Option<End> {
        let window = |end| if end == End::Refused { 30 } else { 1 };
        let failure = self
            .failure
            .filter(|(end, at)| self.now < at + window(*end));
        failure.map(|(end, _)| end)
    }

    fn is_storm(&self) -> bool {
        self.storm.is_some_and(|at| self.now < at + 1)
    }

    /// The numbers of the requests that somebody waits for.
    fn awaited(&self) -> HashSet<u64> {
        let numbers = self.seats.iter().map(|seat| seat.number);
        numbers.filter(|n| !self.ended.contains(n)).collect()
    }

    /// Whether there is a request to join.
    fn is_under_way(&self) -> bool {
        let number = self.began.len() as u64;
        self.began.last().is_some_and(|(began, _)| {
            let is_young = self.now <= began + 30;
            !self.ended.contains(&number) && (is_young || self.awaited().contains(&number))
        })
    }

    fn take_seat(&mut self, index: usize) -> Option<Seat<u64>> {
        let index = index.checked_rem(self.seats.len())?;
        Some(self.seats.swap_remove(index))
    }

    fn apply(&mut self, cell: &mut TokenCell<u64>, step: &Step) -> Result<(), TestCaseError> {
        match *step {
            Step::Join => self.join(cell)?,
            Step::Leave(index) => {
                if let Some(seat) = self.take_seat(index) {
                    cell.leave(seat.number);
                }
            }
            Step::Land(index, end) => {
                if let Some(seat) = self.take_seat(index) {
                    self.land(cell, seat.number, end);
                    cell.leave(seat.number);
                }
            }
            Step::Stamp => {
                let stamped = cell.stamp();
                prop_assert_eq!(stamped.is_some(), self.newest.is_some());
                if let (Some((token, generation)), Some(newest)) = (stamped, &mut self.newest) {
                    newest.once = false;
                    prop_assert_eq!(generation, self.landed, "the newest token is used");
                    let value = format!("Bearer sim-{}", newest.request);
                    prop_assert_eq!(token.authorization().unwrap(), value.as_str());
                }
            }
            Step::Refuse(back) => {
                cell.refuse(self.landed.saturating_sub(back), self.tick());
                // Within its first half second; time goes in whole ones here.
                let spreads = self.is_good()
                    && self
                        .newest
                        .as_ref()
                        .is_some_and(|newest| newest.after_refusal && newest.landed == self.now);
                if back == 0
                    && !spreads
                    && let Some(newest) = self.newest.take()
                {
                    self.refused = true;
                    if newest.after_refusal && self.now < newest.landed + 5 {
                        self.storm = Some(self.now);
                    }
                }
            }
            Step::Advance(seconds) => self.now += seconds,
        }
        Ok(())
    }

    fn join(&mut self, cell: &mut TokenCell<u64>) -> Result<(), TestCaseError> {
        let (is_ready, is_under_way) = (self.is_ready(), self.is_under_way());
        let mut begins = false;
        let number = self.began.len() as u64 + 1;
        let joined = cell.join(self.tick(), || {
            begins = true;
            number
        });
        if begins {
            prop_assert!(!is_under_way, "a second request");
            prop_assert_eq!(
                self.denied_for(),
                None,
                "a request within a negative window"
            );
            prop_assert!(!self.is_storm(), "a request in a storm");
            self.began.push((self.now, self.refused));
        }
        match joined {
            Ok(None) => prop_assert!(is_ready && !begins),
            Ok(Some(seat)) => {
                prop_assert!(!is_ready);
                prop_assert_eq!(seat.number, seat.future, "the latest request is joined");
                prop_assert_eq!(seat.number, self.began.len() as u64);
                self.seats.push(seat);
            }
            Err(Denial::Failed(error)) => {
                prop_assert!(!is_ready && !begins && !is_under_way);
                let end = match error.kind() {
                    ErrorKind::Unauthorized => End::Refused,
                    _ => End::Failed,
                };
                prop_assert_eq!(self.denied_for(), Some(end), "remembered for too long");
            }
            Err(Denial::TokensRefused) => {
                prop_assert!(!is_ready && !begins && !is_under_way);
                prop_assert!(self.is_storm(), "a storm remembered for too long");
            }
        }
        Ok(())
    }

    fn land(&mut self, cell: &mut TokenCell<u64>, number: u64, end: End) {
        let landed = match end {
            End::Token(life) => {
                let lifetime = match life {
                    0 => Lifetime::SingleUse,
                    _ => Lifetime::For(Duration::from_secs(life)),
                };
                let token = AccessToken::new(format!("sim-{number}")).unwrap();
                Ok(Token::new(token, lifetime))
            }
            End::Refused => Err(ErrorKind::Unauthorized),
            End::Failed => Err(ErrorKind::Transport),
        };
        let landed = landed.map_err(|kind| Error::new(kind, &ROUTE, "as scripted"));
        cell.land(number, self.tick(), landed.as_ref());
        // A request ends once; and one that was given up for a newer one is nothing.
        if !self.ended.insert(number) || number != self.began.len() as u64 {
            return;
        }
        let End::Token(life) = end else {
            self.failure = Some((end, self.now));
            return;
        };
        let (began, after_refusal) = self.began[usize::try_from(number).unwrap() - 1];
        let early = Lifetime::early(Duration::from_secs(life));
        self.newest = Some(Newest {
            request: number,
            landed: self.now,
            end: began + life,
            renew_from: Tick(Duration::from_secs(began + life).saturating_sub(early)),
            once: self.now >= began + life,
            after_refusal,
        });
        self.landed += 1;
        self.refused = false;
        self.failure = None;
        self.storm = None;
    }

    fn check(&self, cell: &TokenCell<u64>) -> Result<(), TestCaseError> {
        prop_assert!(self.awaited().len() <= 1, "two requests are awaited");
        prop_assert_eq!(cell.is_good(self.tick()), self.is_good());
        prop_assert_eq!(cell.is_ready(self.tick()), self.is_ready());
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
            model.check(&cell)?;
        }
    }
}
