//! When the next request may leave: a machine without clock and lock, and without I/O unless the
//! budget is shared with other processes.

use std::{collections::BTreeMap, time::Duration};

use super::{
    Budget, LimitStats, Sharing,
    foreign::Foreign,
    lanes::{Lane, Lanes, Ticket},
    own_slots::OwnSlots,
    pacer::{Pace, Pacer},
    shared::{NotTaken, SlotFile, Unshared},
    slots::{Cooling, Held, Slots},
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
    sharing: Sharing,
    /// How many processes the budget is divided among, without a file that they share.
    parts: u32,
    /// How many they would be.
    processes: u32,
    pacer: Pacer,
    foreign: Foreign,
    lanes: Lanes,
    stopped_until: Tick,
    /// Requests of this process that wait for their answers, and when they wait no longer.
    under_way: BTreeMap<u64, Tick>,
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

/// A slot that is held, and the number of its request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    number: u64,
    held: Held,
}

impl Machine {
    /// Of a budget of its own.
    pub(crate) fn new(budget: Budget) -> Self {
        Self::with(budget, Slots::own(), Sharing::Own, 1)
    }

    /// Of a budget that is shared through a file, or by so many processes without one.
    pub(crate) fn sharing(budget: Budget, file: SlotFile, processes: u32) -> Self {
        Self::with(budget, Slots::shared(file), Sharing::File, processes)
    }

    fn with(budget: Budget, slots: Slots, sharing: Sharing, processes: u32) -> Self {
        Self {
            budget,
            margin: budget.margin,
            told_limit: None,
            slots,
            sharing,
            parts: 1,
            processes,
            pacer: Pacer::new(),
            foreign: Foreign::new(budget.window),
            lanes: Lanes::new(),
            stopped_until: Tick::default(),
            under_way: BTreeMap::new(),
            stats: LimitStats::default(),
        }
    }

    /// Takes the last place of a lane.
    pub(crate) fn join(&mut self, lane: Lane, now: Tick) -> Ticket {
        self.lanes.join(lane, now)
    }

    /// Nobody waits at this place any more.
    pub(crate) fn leave(&mut self, ticket: Ticket) {
        self.lanes.leave(ticket);
    }

    /// The one whose turn it is.
    pub(crate) fn head(&self) -> Option<u64> {
        self.lanes.head()
    }

    /// How long this one waits with a free slot before it passes over those in front.
    pub(crate) fn patience(&self, ticket: Ticket, now: Tick) -> Duration {
        self.lanes.patience(ticket, self.pace(now).interval)
    }

    /// Passes over those in front of this one of whom nothing was heard since; gives who.
    pub(crate) fn pass_over(&mut self, ticket: Ticket, since: Tick) -> Vec<u64> {
        self.lanes.pass_over(ticket, since)
    }

    /// Whether this one may go now, for an attempt that takes so long at most.
    pub(crate) fn turn(&mut self, ticket: Ticket, now: Tick, attempt: Duration) -> Turn {
        self.lanes.heard(ticket, now);
        if self.lanes.head() != Some(ticket.number) {
            return Turn::Wait;
        }
        match self.free_at(now) {
            None => Turn::Wait,
            Some(at) if at > now => Turn::NotBefore(at),
            Some(_) => {
                let limit = self.limit(now) as usize;
                match self.slots.take(now, limit, self.cooling(), attempt) {
                    Ok(held) => Turn::Go(self.go(ticket, held, now, attempt)),
                    Err(NotTaken::Later(wait)) => Turn::NotBefore(now + wait),
                    Err(NotTaken::Unshared { why, pause }) => {
                        self.fall_back(why, now, pause);
                        self.turn(ticket, now, attempt)
                    }
                }
            }
        }
    }

    fn go(&mut self, ticket: Ticket, held: Held, now: Tick, attempt: Duration) -> Slot {
        self.lanes.go(ticket);
        self.pacer.take(now, self.pace(now));
        self.foreign.sent(ticket.number, now);
        self.stats.requests += 1;
        self.under_way.insert(ticket.number, now + attempt);
        Slot {
            number: ticket.number,
            held,
        }
    }

    /// From now on this process keeps to its part, and begins after a pause.
    fn fall_back(&mut self, why: Unshared, now: Tick, pause: Duration) {
        self.sharing = Sharing::Fallback(why);
        self.parts = self.processes;
        let part = (self.budget.requests / self.parts).max(1);
        self.slots = Slots::Own(OwnSlots::cooling(part, now + pause));
    }

    /// When the next request may leave, whoever is first; `None` if an answer must come first.
    pub(crate) fn free_at(&mut self, now: Tick) -> Option<Tick> {
        // Whoever is kept and not polled does not end its attempt, and does not hold up others for
        // ever.
        let under_way = self.under_way.values().filter(|end| **end > now);
        if under_way.count() >= self.budget.under_way as usize {
            return None;
        }
        let limit = self.limit(now);
        let slot = self.slots.free_at(now, limit as usize)?;
        let pace = self.pacer.free_at(self.pace(now));
        Some(slot.max(pace).max(self.stopped_until).max(now))
    }

    /// The answer has come, whatever it says; gives how long everything stops, if an episode of
    /// 429s begins with it.
    pub(crate) fn answered(
        &mut self,
        Slot { number, held }: Slot,
        now: Tick,
        told: &Told,
        jitter: Duration,
    ) -> Option<Duration> {
        self.under_way.remove(&number);
        let others = self.slots.others(&held, self.cooling());
        self.foreign.answered(number, now, told, others);
        if let Some(limit) = told.limit {
            self.adopt(limit, now);
        }
        let stop = told
            .is_refused
            .then(|| self.refused(now, told.wait, jitter))
            .flatten();
        let cooling = self.cooling();
        let duration = cooling.after_answer();
        self.slots
            .cool(held, now, cooling, duration, told.is_counted);
        stop
    }

    /// It left, and its answer will not come.
    pub(crate) fn lost(&mut self, Slot { number, held }: Slot, now: Tick) {
        self.under_way.remove(&number);
        let cooling = self.cooling();
        self.foreign.lost(number, now + cooling.linger);
        let duration = cooling.after_loss();
        self.slots.cool(held, now, cooling, duration, false);
        self.stats.lost += 1;
    }

    /// It never left.
    pub(crate) fn unsent(&mut self, Slot { number, held }: Slot) {
        self.under_way.remove(&number);
        self.foreign.unsent(number);
        self.slots.give_back(held, self.cooling());
        self.stats.requests -= 1;
    }

    /// How it stands.
    pub(crate) fn stats(&self, now: Tick) -> LimitStats {
        let (under_way, cooling) = self.slots.used(now);
        LimitStats {
            limit: self.limit(now),
            sharing: self.sharing,
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
        let all = own.min(told.unwrap_or(own));
        // Without a file, the others' parts are among what others spend.
        all.saturating_sub(others).min(all / self.parts).max(1)
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

    /// One too many: everybody stops. Gives for how long, if nobody had stopped before.
    fn refused(&mut self, now: Tick, wait: Option<Duration>, jitter: Duration) -> Option<Duration> {
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
        is_new.then_some(stop)
    }

    fn cooling(&self) -> Cooling {
        Cooling {
            window: self.budget.window,
            margin: self.margin,
            linger: self.budget.linger,
        }
    }

    fn pace(&self, now: Tick) -> Pace {
        Pace {
            interval: self.budget.window / self.limit(now),
            burst: self.budget.burst,
        }
    }
}

#[cfg(test)]
mod tests;
