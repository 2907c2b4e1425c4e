//! Workers that always have one more request to send, and the way to the server.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap, VecDeque},
    fmt,
    time::Duration,
};

use super::{
    clients::{Client, Held, Place, Word},
    servers::{Kind, Server},
};
use crate::{Tick, limit::told::Told};

/// Nothing of a request arrives later than so long after it was given up: a budget's default.
const LINGER: Duration = Duration::from_secs(5);

/// Who sends, and for how long.
pub(super) struct Network {
    pub(super) workers: usize,
    pub(super) time: Duration,
    pub(super) seed: u64,
    /// How often somebody else sends one to the same server, who tells us nothing.
    pub(super) others: Option<Duration>,
}

/// What becomes of a request.
#[derive(Clone, Debug)]
pub(super) enum Trip {
    /// So long there, so long back.
    Answered(Duration, Duration),
    /// The connection is refused.
    NotSent,
    /// The client stops waiting; the request arrives later than that, or never.
    Lost {
        given_up: Duration,
        arrives: Option<Duration>,
    },
}

/// What the server saw of us.
pub(super) struct Seen {
    pub(super) arrivals: Vec<Tick>,
    pub(super) refused: u64,
}

impl fmt::Debug for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} arrivals, {} refused",
            self.arrivals.len(),
            self.refused
        )
    }
}

enum Event {
    /// A worker has a request to send.
    Wants,
    /// It is worth asking the client again.
    Again,
    /// Number of the request, and how long its answer takes, if it has one.
    Arrives(u64, Option<Duration>),
    Answer(u64, Told),
    GivenUp(u64),
    /// Somebody else's request.
    Other,
}

/// Lets the workers send for a while.
pub(super) fn run(
    client: &mut Client,
    kind: Kind,
    network: &Network,
    mut trips: impl FnMut(u64) -> Trip,
) -> Seen {
    let (limit, window) = client.allowed();
    let mut server = Server::new(kind, limit, window);
    let mut seen = Seen {
        arrivals: Vec::new(),
        refused: 0,
    };
    let mut agenda = Agenda::default();
    let mut waiting: VecDeque<Option<Place>> = VecDeque::new();
    let mut held: BTreeMap<u64, Held> = BTreeMap::new();
    // The one appointment to ask again that is kept.
    let mut appointment = None;
    let mut chance = network.seed | 1;
    let mut sent = 0;
    for _ in 0..network.workers {
        agenda.add(Tick::default(), Event::Wants);
    }
    if network.others.is_some() {
        agenda.add(Tick::default(), Event::Other);
    }
    while let Some((now, event)) = agenda.next() {
        if now > Tick(network.time) {
            break;
        }
        match event {
            Event::Wants => waiting.push_back(client.join()),
            Event::Again if appointment == Some(now) => appointment = None,
            Event::Again => continue,
            Event::Other => {
                server.arrives(now);
                if let Some(interval) = network.others {
                    agenda.add(now + interval, Event::Other);
                }
                continue;
            }
            Event::Arrives(number, back) => {
                seen.arrivals.push(now);
                let left = server.arrives(now);
                seen.refused += u64::from(left.is_none());
                if let Some(back) = back {
                    let told = Told {
                        limit: Some(limit as u64),
                        remaining: Some(left.unwrap_or(0) as u64),
                        is_refused: left.is_none(),
                        wait: None,
                        is_counted: left.is_some(),
                    };
                    agenda.add(now + back, Event::Answer(number, told));
                }
            }
            Event::Answer(number, told) => {
                if let Some(held) = held.remove(&number) {
                    client.answered(held, now, &told);
                }
                agenda.add(now, Event::Wants);
            }
            Event::GivenUp(number) => {
                if let Some(held) = held.remove(&number) {
                    client.lost(held, now);
                }
                agenda.add(now, Event::Wants);
            }
        }
        // First come, first served: only the first is worth asking.
        while let Some(first) = waiting.front() {
            match client.ask(*first, now) {
                Word::Wait => break,
                Word::NotBefore(at) => {
                    if appointment != Some(at) {
                        appointment = Some(at);
                        agenda.add(at, Event::Again);
                    }
                    break;
                }
                Word::Go(slot) => {
                    waiting.pop_front();
                    sent += 1;
                    chance = next(chance);
                    match trips(chance) {
                        Trip::Answered(up, down) => {
                            held.insert(sent, slot);
                            agenda.add(now + up, Event::Arrives(sent, Some(down)));
                        }
                        Trip::NotSent => {
                            client.unsent(slot, now);
                            // Time must pass, or this goes on for ever.
                            agenda.add(now + Duration::from_millis(1), Event::Wants);
                        }
                        Trip::Lost { given_up, arrives } => {
                            held.insert(sent, slot);
                            agenda.add(now + given_up, Event::GivenUp(sent));
                            // Nothing arrives long after its connection is gone.
                            let last = given_up + LINGER;
                            if let Some(after) = arrives.filter(|after| *after <= last) {
                                agenda.add(now + after, Event::Arrives(sent, None));
                            }
                        }
                    }
                }
            }
        }
    }
    seen
}

/// Marsaglia's xorshift: quick, and the same everywhere.
fn next(mut chance: u64) -> u64 {
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^ (chance << 17)
}

/// What happens next, in the order of time and then of planning.
#[derive(Default)]
struct Agenda {
    times: BinaryHeap<Reverse<(Tick, u64)>>,
    events: BTreeMap<u64, Event>,
    planned: u64,
}

impl Agenda {
    fn add(&mut self, at: Tick, event: Event) {
        self.planned += 1;
        self.times.push(Reverse((at, self.planned)));
        self.events.insert(self.planned, event);
    }

    fn next(&mut self) -> Option<(Tick, Event)> {
        let Reverse((at, number)) = self.times.pop()?;
        Some((at, self.events.remove(&number)?))
    }
}
