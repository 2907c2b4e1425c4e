//! The limiter, and two that many programs use, behind one face.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{
    Tick,
    limit::{
        Budget, Lane,
        lanes::Ticket,
        machine::{Machine, Slot, Turn},
        pacer::{Pace, Pacer},
        shared::HandSet,
        told::Told,
    },
};

/// No request of the trials takes longer.
pub(super) const ATTEMPT: Duration = Duration::from_secs(6);

/// How long the host has been up when a trial begins.
const HOST_STARTED_BEFORE: Duration = Duration::from_secs(3600);

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
    Machines(Machines),
    Other(Box<dyn Blind>),
}

/// One, or several that share a budget and take turns.
pub(super) struct Machines {
    budget: Budget,
    all: Vec<Machine>,
    /// The clock of the host that they are on.
    clock: HandSet,
    joined: usize,
    /// How often they were asked or told something.
    steps: usize,
    /// What befalls them at which step.
    mishap: Option<(usize, Mishap)>,
}

/// What befalls processes that share a budget.
#[derive(Clone, Debug)]
pub(super) enum Mishap {
    /// Something is done to their files.
    OfFiles(fn(&Path), PathBuf),
    /// One of them dies and is started again: nobody settles what it had under way.
    Death(usize),
}

/// A place in the queue of one of several machines.
#[derive(Clone, Copy)]
pub(super) struct Place(usize, Ticket);

/// A request that has left.
pub(super) enum Held {
    /// Of which machine, since which step, and what.
    Slot(usize, usize, Slot),
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
        Self::machines(budget, vec![Machine::new(budget)], HandSet::new(), None)
    }

    pub(super) fn machines(
        budget: Budget,
        machines: Vec<Machine>,
        clock: HandSet,
        mishap: Option<(usize, Mishap)>,
    ) -> Self {
        Self::Machines(Machines {
            budget,
            all: machines,
            clock,
            joined: 0,
            steps: 0,
            mishap,
        })
    }

    pub(super) fn other(other: impl Blind + 'static) -> Self {
        Self::Other(Box::new(other))
    }

    /// What the server allows.
    pub(super) fn allowed(&self) -> (usize, Duration) {
        match self {
            Self::Machines(machines) => (machines.budget.requests as usize, machines.budget.window),
            Self::Other(_) => (600, Duration::from_secs(60)),
        }
    }

    pub(super) fn join(&mut self) -> Option<Place> {
        match self {
            Self::Machines(machines) => {
                machines.joined += 1;
                let which = machines.joined % machines.all.len();
                Some(Place(
                    which,
                    machines.all[which].join(Lane::Bulk, Tick::default()),
                ))
            }
            Self::Other(_) => None,
        }
    }

    pub(super) fn ask(&mut self, place: Option<Place>, now: Tick) -> Word {
        match (self, place) {
            (Self::Machines(machines), Some(Place(which, ticket))) => {
                match machines.at(which, now).turn(ticket, now, ATTEMPT) {
                    Turn::Go(slot) => Word::Go(Held::Slot(which, machines.steps, slot)),
                    Turn::NotBefore(at) => Word::NotBefore(at),
                    Turn::Wait => Word::Wait,
                }
            }
            (Self::Other(other), _) => match other.free_at(now) {
                at if at > now => Word::NotBefore(at),
                _ => {
                    other.take(now);
                    Word::Go(Held::Nothing)
                }
            },
            (Self::Machines(..), None) => Word::Wait,
        }
    }

    pub(super) fn answered(&mut self, held: Held, now: Tick, told: &Told) {
        self.settle(held, now, |machine, slot| {
            machine.answered(slot, now, told, Duration::ZERO);
        });
    }

    pub(super) fn lost(&mut self, held: Held, now: Tick) {
        self.settle(held, now, |machine, slot| machine.lost(slot, now));
    }

    pub(super) fn unsent(&mut self, held: Held, now: Tick) {
        self.settle(held, now, Machine::unsent);
    }

    fn settle(&mut self, held: Held, now: Tick, settle: impl FnOnce(&mut Machine, Slot)) {
        if let (Self::Machines(machines), Held::Slot(which, since, slot)) = (self, held)
            && !machines.has_died(which, since)
        {
            settle(machines.at(which, now), slot);
        }
    }
}

impl Machines {
    /// One of them, at a moment that its host's clock shows, too.
    fn at(&mut self, which: usize, now: Tick) -> &mut Machine {
        self.clock.set(HOST_STARTED_BEFORE + now.0);
        self.steps += 1;
        if let Some((step, Mishap::OfFiles(befalls, path))) = &self.mishap
            && *step == self.steps
        {
            befalls(path);
        }
        &mut self.all[which]
    }

    /// Whether this one has died since that step.
    fn has_died(&self, which: usize, since: usize) -> bool {
        match &self.mishap {
            Some((step, Mishap::Death(whose))) => {
                *whose == which && (since..self.steps).contains(step)
            }
            _ => false,
        }
    }
}
