//! The limiter, and two that many programs use, behind one face.

use std::{collections::VecDeque, time::Duration};

use crate::{
    Tick,
    limit::{
        Budget, Lane,
        lanes::Ticket,
        machine::{Machine, Slot, Turn},
        pacer::{Pace, Pacer},
        told::Told,
    },
};

/// A way of limiting that knows nothing of answers.
pub(super) trait Blind {
    /// When the next request may leave.
    fn free_at(&mut self, now: Tick) -> Tick;

    /// It leaves.
    fn take(&mut self, now: Tick);
}

/// The generic cell rate algorithm alone, as limiters of most libraries have it.
pub(super) struct Gcra {
    pacer: Pacer,
    pace: Pace,
}

impl Gcra {
    pub(super) fn new(interval: Duration, burst: u32) -> Self {
        Self {
            pacer: Pacer::new(),
            pace: Pace { interval, burst },
        }
    }
}

impl Blind for Gcra {
    fn free_at(&mut self, now: Tick) -> Tick {
        self.pacer.free_at(self.pace).max(now)
    }

    fn take(&mut self, now: Tick) {
        self.pacer.take(now, self.pace);
    }
}

/// A log of departures: exact, if only requests arrived as they leave.
pub(super) struct AtSend {
    limit: usize,
    window: Duration,
    departures: VecDeque<Tick>,
}

impl AtSend {
    pub(super) fn new(limit: usize, window: Duration) -> Self {
        Self {
            limit,
            window,
            departures: VecDeque::new(),
        }
    }
}

impl Blind for AtSend {
    fn free_at(&mut self, now: Tick) -> Tick {
        if self.departures.len() < self.limit {
            return now;
        }
        (self.departures[0] + self.window).max(now)
    }

    fn take(&mut self, now: Tick) {
        if self.departures.len() == self.limit {
            self.departures.pop_front();
        }
        self.departures.push_back(now);
    }
}

/// Whoever decides when a request may leave.
pub(super) enum Client {
    Machine(Box<Machine>, Budget),
    Other(Box<dyn Blind>),
}

/// A request that has left.
pub(super) enum Held {
    Slot(Slot),
    Nothing,
}

/// What a client says to one who wants to send.
pub(super) enum Word {
    Go(Held),
    NotBefore(Tick),
    Wait,
}

impl Client {
    pub(super) fn machine(budget: Budget) -> Self {
        Self::Machine(Box::new(Machine::new(budget)), budget)
    }

    pub(super) fn other(other: impl Blind + 'static) -> Self {
        Self::Other(Box::new(other))
    }

    /// What the server allows.
    pub(super) fn allowed(&self) -> (usize, Duration) {
        match self {
            Self::Machine(_, budget) => (budget.requests as usize, budget.window),
            Self::Other(_) => (600, Duration::from_secs(60)),
        }
    }

    pub(super) fn join(&mut self) -> Option<Ticket> {
        match self {
            Self::Machine(machine, _) => Some(machine.join(Lane::Bulk)),
            Self::Other(_) => None,
        }
    }

    pub(super) fn ask(&mut self, ticket: Option<Ticket>, now: Tick) -> Word {
        match (self, ticket) {
            (Self::Machine(machine, _), Some(ticket)) => match machine.turn(ticket, now) {
                Turn::Go(slot) => Word::Go(Held::Slot(slot)),
                Turn::NotBefore(at) => Word::NotBefore(at),
                Turn::Wait => Word::Wait,
            },
            (Self::Other(other), _) => match other.free_at(now) {
                at if at > now => Word::NotBefore(at),
                _ => {
                    other.take(now);
                    Word::Go(Held::Nothing)
                }
            },
            (Self::Machine(..), None) => Word::Wait,
        }
    }

    pub(super) fn answered(&mut self, held: Held, now: Tick, told: &Told) {
        if let (Self::Machine(machine, _), Held::Slot(slot)) = (self, held) {
            machine.answered(slot, now, told, Duration::ZERO);
        }
    }

    pub(super) fn lost(&mut self, held: Held, now: Tick) {
        if let (Self::Machine(machine, _), Held::Slot(slot)) = (self, held) {
            machine.lost(slot, now);
        }
    }

    pub(super) fn unsent(&mut self, held: Held) {
        if let (Self::Machine(machine, _), Held::Slot(slot)) = (self, held) {
            machine.unsent(slot);
        }
    }
}
