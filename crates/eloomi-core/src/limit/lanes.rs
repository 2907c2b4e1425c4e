//! Who waits for a slot, and whose turn it is.

use std::time::Duration;

use super::queue::Queue;
use crate::Tick;

/// Which queue a request waits in.
///
/// Token requests come first: every other request may need the token. Bulk requests come last,
/// and yet every fourth slot is theirs while interactive ones wait too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lane {
    /// Token requests; the pipeline chooses it by itself.
    Token,
    /// Somebody waits for the answer: the default.
    #[default]
    Interactive,
    /// A nightly job, an export.
    Bulk,
}

/// After so many interactive requests in a row, one of the bulk lane has its turn.
const IN_A_ROW: u32 = 3;

/// For how long a slot may be free, and the one whose turn it is say nothing, before the next one
/// in turn is asked. A future that is polled answers in microseconds.
const SILENCE: Duration = Duration::from_millis(250);

/// Everybody who waits: first come, first served within a lane.
#[derive(Debug)]
pub(crate) struct Lanes {
    token: Queue,
    interactive: Queue,
    bulk: Queue,
    /// Interactive requests that went while one of the bulk lane waited.
    in_a_row: u32,
    /// Counts those who came.
    came: u64,
}

/// A place in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ticket {
    lane: Lane,
    pub(crate) number: u64,
}

impl Lanes {
    pub(crate) fn new() -> Self {
        Self {
            token: Queue::new(),
            interactive: Queue::new(),
            bulk: Queue::new(),
            in_a_row: 0,
            came: 0,
        }
    }

    /// Takes the last place of a lane.
    pub(crate) fn join(&mut self, lane: Lane, now: Tick) -> Ticket {
        self.came += 1;
        let number = self.came;
        self.lane(lane).heard(number, now);
        Ticket { lane, number }
    }

    /// Whoever has this ticket still waits, and has its place back if it was passed over.
    pub(crate) fn heard(&mut self, ticket: Ticket, now: Tick) {
        self.lane(ticket.lane).heard(ticket.number, now);
    }

    /// How long to wait with a free slot before those in front are [passed over](Self::pass_over):
    /// a slot comes every `interval`, and whoever is further back waits longer, so that of all
    /// who still wait the first notices first.
    pub(crate) fn patience(&self, ticket: Ticket, interval: Duration) -> Duration {
        let place = match ticket.lane {
            Lane::Token => self.token.before(ticket.number),
            Lane::Interactive => self.token.len() + self.interactive.before(ticket.number),
            Lane::Bulk => {
                let others = self.token.len() + self.interactive.len();
                others + self.bulk.before(ticket.number)
            }
        };
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        SILENCE.saturating_add(interval.saturating_mul(place))
    }

    /// Passes over all in front of this one of whom nothing was heard since a slot was free: a
    /// future that its owner keeps and does not poll would hold everybody up. Gives who they are.
    pub(crate) fn pass_over(&mut self, ticket: Ticket, since: Tick) -> Vec<u64> {
        let mut passed = Vec::new();
        while let Some((lane, number)) = self.front().filter(|(_, it)| *it != ticket.number) {
            if !self.lane(lane).pass_over(since) {
                break;
            }
            passed.push(number);
        }
        passed
    }

    /// The one whose turn it is.
    pub(crate) fn head(&self) -> Option<u64> {
        self.front().map(|(_, number)| number)
    }

    fn front(&self) -> Option<(Lane, u64)> {
        let of = |lane, queue: &Queue| Some((lane, queue.front()?));
        let interactive = || of(Lane::Interactive, &self.interactive);
        let bulk = || of(Lane::Bulk, &self.bulk);
        let token = of(Lane::Token, &self.token);
        if self.in_a_row < IN_A_ROW {
            token.or_else(interactive).or_else(bulk)
        } else {
            token.or_else(bulk).or_else(interactive)
        }
    }

    /// Gives up a place, because the turn has come or nobody waits any more.
    pub(crate) fn leave(&mut self, ticket: Ticket) {
        self.lane(ticket.lane).leave(ticket.number);
    }

    /// The one with this ticket goes.
    pub(crate) fn go(&mut self, ticket: Ticket) {
        self.leave(ticket);
        match ticket.lane {
            Lane::Token => {}
            Lane::Interactive if self.bulk.is_empty() => self.in_a_row = 0,
            Lane::Interactive => self.in_a_row += 1,
            Lane::Bulk => self.in_a_row = 0,
        }
    }

    /// How many wait.
    pub(crate) fn len(&self) -> usize {
        self.token.len() + self.interactive.len() + self.bulk.len()
    }

    fn lane(&mut self, lane: Lane) -> &mut Queue {
        match lane {
            Lane::Token => &mut self.token,
            Lane::Interactive => &mut self.interactive,
            Lane::Bulk => &mut self.bulk,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Tick = Tick(Duration::ZERO);

    /// Lets everybody go, in turn, as long as there are tickets.
    fn order(lanes: &mut Lanes, tickets: &[Ticket]) -> Vec<u64> {
        let go = |_| {
            let head = lanes.head()?;
            let ticket = tickets.iter().find(|ticket| ticket.number == head);
            lanes.go(*ticket.unwrap());
            Some(head)
        };
        tickets.iter().map_while(go).collect()
    }

    #[test]
    fn a_token_request_passes_everybody() {
        let mut lanes = Lanes::new();
        let tickets =
            [Lane::Bulk, Lane::Interactive, Lane::Token].map(|lane| lanes.join(lane, NOW));
        assert_eq!(order(&mut lanes, &tickets), [3, 2, 1]);
        assert_eq!(lanes.len(), 0);
    }

    #[test]
    fn every_fourth_turn_is_the_bulk_lanes() {
        let mut lanes = Lanes::new();
        let bulk = [(); 2].map(|()| lanes.join(Lane::Bulk, NOW));
        let interactive = [(); 7].map(|()| lanes.join(Lane::Interactive, NOW));
        let tickets: Vec<_> = bulk.into_iter().chain(interactive).collect();
        let order = order(&mut lanes, &tickets);
        assert_eq!(order, [3, 4, 5, 1, 6, 7, 8, 2, 9]);
    }

    #[test]
    fn turns_do_not_add_up_while_nobody_of_the_bulk_lane_waits() {
        let mut lanes = Lanes::new();
        for _ in 0..9 {
            let ticket = lanes.join(Lane::Interactive, NOW);
            lanes.go(ticket);
        }
        let tickets = [Lane::Bulk, Lane::Interactive].map(|lane| lanes.join(lane, NOW));
        assert_eq!(lanes.head(), Some(tickets[1].number));
    }

    #[test]
    fn those_who_wait_in_all_lanes_are_counted() {
        let mut lanes = Lanes::new();
        for (lane, count) in [(Lane::Token, 2), (Lane::Interactive, 3), (Lane::Bulk, 4)] {
            for _ in 0..count {
                lanes.join(lane, NOW);
            }
        }
        assert_eq!(lanes.len(), 9);
    }

    #[test]
    fn whoever_leaves_is_passed_over() {
        let mut lanes = Lanes::new();
        let tickets = [(); 3].map(|()| lanes.join(Lane::Bulk, NOW));
        lanes.leave(tickets[1]);
        lanes.leave(tickets[1]);
        assert_eq!(lanes.len(), 2);
        assert_eq!(order(&mut lanes, &tickets), [1, 3]);
    }

    #[test]
    fn patience_grows_with_the_places_in_front_in_every_lane_that_goes_before() {
        let mut lanes = Lanes::new();
        let [token, _, interactive, _, last, _, bulk] = [
            Lane::Token,
            Lane::Token,
            Lane::Interactive,
            Lane::Interactive,
            Lane::Interactive,
            Lane::Bulk,
            Lane::Bulk,
        ]
        .map(|lane| lanes.join(lane, NOW));
        let places = [token, interactive, last, bulk].map(|ticket| {
            let patience = lanes.patience(ticket, Duration::from_secs(1));
            patience.saturating_sub(SILENCE).as_secs()
        });
        assert_eq!(places, [0, 2, 4, 6]);
    }

    #[test]
    fn the_silent_are_passed_over_up_to_the_first_of_whom_something_is_heard() {
        let mut lanes = Lanes::new();
        let [interactive, heard, token, last] = [
            Lane::Interactive,
            Lane::Interactive,
            Lane::Token,
            Lane::Interactive,
        ]
        .map(|lane| lanes.join(lane, NOW));
        let later = NOW + SILENCE;
        lanes.heard(heard, later);
        assert_eq!(
            lanes.pass_over(last, later),
            [token.number, interactive.number]
        );
        assert_eq!(lanes.pass_over(last, later), []);
        assert_eq!(
            lanes.pass_over(heard, later + SILENCE),
            [],
            "it is its turn"
        );
        assert_eq!(lanes.head(), Some(heard.number));
    }
}
