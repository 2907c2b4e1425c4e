//! When the next request may leave: a machine without clock, lock or I/O.

use std::time::Duration;

use super::{
    Budget, LimitStats,
    foreign::Foreign,
    lanes::{Lane, Lanes, Ticket},
    pacer::{Pace, Pacer},
    slots::{Cooling, Slots},
    told::Told,
};
use crate::Tick;

/// The shortest stop after a 429: `Retry-After: 0` comes from rounding down.
const SHORTEST_STOP: Duration = Duration::from_secs(1);

/// The longest: after so long it is worth asking again, whatever was said.
const LONGEST_STOP: Duration = Duration::from_secs(3600);

/// The margin after a 429 that nobody else can explain: the service counts in whole seconds.
const CAREFUL_MARGIN: Duration = Duration::from_secs(1);

/// All that is known of one budget.
#[derive(Debug)]
pub(crate) struct Machine {
    budget: Budget,
    margin: Duration,
    /// What the service said it allows, and when a higher word counts.
    told_limit: Option<(u64, Tick)>,
    slots: Slots,
    pacer: Pacer,
    foreign: Foreign,
    lanes: Lanes,
    stopped_until: Tick,
    stats: LimitStats,
}

/// What to do about a place in a lane.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Its turn has come: the slot is taken.
    Go(Slot),
    /// Its turn comes not before this moment.
    NotBefore(Tick),
    /// Somebody else is first, or an answer must come first.
    Wait,
}

/// A slot that is held, by the number of its request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Slot(u64);

impl Machine {
    pub(crate) fn new(budget: Budget) -> Self {
        Self {
            budget,
            margin: budget.margin,
            told_limit: None,
            slots: Slots::new(),
            pacer: Pacer::new(),
            foreign: Foreign::new(budget.window),
            lanes: Lanes::new(),
            stopped_until: Tick::default(),
            stats: LimitStats::default(),
        }
    }

    /// Takes the last place of a lane.
    pub(crate) fn join(&mut self, lane: Lane) -> Ticket {
        self.lanes.join(lane)
    }

    /// Nobody waits at this place any more.
    pub(crate) fn leave(&mut self, ticket: Ticket) {
        self.lanes.leave(ticket);
    }

    /// The one whose turn it is.
    pub(crate) fn head(&self) -> Option<u64> {
        self.lanes.head()
    }

    /// Whether this one may go now.
    pub(crate) fn turn(&mut self, ticket: Ticket, now: Tick) -> Turn {
        if self.lanes.head() != Some(ticket.number) {
            return Turn::Wait;
        }
        match self.free_at(now) {
            None => Turn::Wait,
            Some(at) if at > now => Turn::NotBefore(at),
            Some(_) => {
                self.lanes.go(ticket);
                self.slots.take();
                self.pacer.take(now, self.pace(now));
                self.foreign.sent(ticket.number, now);
                self.stats.requests += 1;
                Turn::Go(Slot(ticket.number))
            }
        }
    }

    /// When the next request may leave, whoever is first; `None` if an answer must come first.
    pub(crate) fn free_at(&mut self, now: Tick) -> Option<Tick> {
        let limit = self.limit(now);
        let slot = self.slots.free_at(now, limit as usize)?;
        let pace = self.pacer.free_at(self.pace(now));
        Some(slot.max(pace).max(self.stopped_until).max(now))
    }

    /// The answer has come, whatever it says.
    pub(crate) fn answered(
        &mut self,
        Slot(number): Slot,
        now: Tick,
        told: &Told,
        jitter: Duration,
    ) {
        self.foreign.answered(number, now, told);
        if let Some(limit) = told.limit {
            self.adopt(limit, now);
        }
        if told.is_refused {
            self.refused(now, told.wait, jitter);
        }
        self.slots.cool(self.cooling().after_answer(now));
    }

    /// It left, and its answer will not come.
    pub(crate) fn lost(&mut self, Slot(number): Slot, now: Tick) {
        let until = self.cooling().after_loss(now);
        self.foreign.lost(number, now + Cooling::LINGER);
        self.slots.cool(until);
        self.stats.lost += 1;
    }

    /// It never left.
    pub(crate) fn unsent(&mut self, Slot(number): Slot) {
        self.foreign.unsent(number);
        self.slots.give_back();
        self.stats.requests -= 1;
    }

    /// How it stands.
    pub(crate) fn stats(&self, now: Tick) -> LimitStats {
        let (under_way, cooling) = self.slots.used(now);
        LimitStats {
            limit: self.limit(now),
            under_way,
            cooling,
            waiting: self.lanes.len(),
            stopped_for: self.stopped_until.since(now),
            ..self.stats
        }
    }

    /// Somebody got a slot after so long a wait.
    pub(crate) fn waited(&mut self, wait: Duration) {
        if !wait.is_zero() {
            self.stats.waits += 1;
            self.stats.waited += wait;
        }
    }

    /// How many requests a window may hold now; never none, or nothing would be learnt.
    fn limit(&self, now: Tick) -> u32 {
        let own = self.budget.requests;
        let told = self
            .told_limit
            .and_then(|(told, _)| u32::try_from(told).ok());
        let others = u32::try_from(self.foreign.share(now)).unwrap_or(u32::MAX);
        own.min(told.unwrap_or(own)).saturating_sub(others).max(1)
    }

    /// A lower limit counts at once, a higher one when the lower has not been said for a window.
    fn adopt(&mut self, told: u64, now: Tick) {
        let is_early = self
            .told_limit
            .is_some_and(|(limit, said)| told > limit && said + self.budget.window > now);
        if !is_early {
            self.told_limit = Some((told, now));
        }
    }

    /// One too many: everybody stops.
    fn refused(&mut self, now: Tick, wait: Option<Duration>, jitter: Duration) {
        self.stats.refused += 1;
        let is_new = self.stopped_until <= now;
        if is_new {
            self.stats.episodes += 1;
            if self.foreign.share(now) == 0 {
                self.margin = self.margin.max(CAREFUL_MARGIN.min(self.budget.window / 20));
            }
        }
        // Without a word from the service: until the oldest of ours has left the window.
        let wait = wait.unwrap_or_else(|| {
            let oldest = self.foreign.oldest(now).unwrap_or(now);
            self.budget.window.saturating_sub(now.since(oldest))
        });
        let stop = wait.clamp(SHORTEST_STOP, LONGEST_STOP) + jitter;
        self.stopped_until = self.stopped_until.max(now + stop);
    }

    fn cooling(&self) -> Cooling {
        Cooling {
            window: self.budget.window,
            margin: self.margin,
        }
    }

    fn pace(&self, now: Tick) -> Pace {
        Pace {
            interval: self.budget.window / self.limit(now),
            burst: self.budget.burst,
        }
    }
}
