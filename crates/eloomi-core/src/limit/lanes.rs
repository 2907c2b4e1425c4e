//! Who waits for a slot, and whose turn it is.

use std::collections::VecDeque;

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

/// Everybody who waits: first come, first served within a lane.
#[derive(Debug)]
pub(crate) struct Lanes {
    token: VecDeque<u64>,
    interactive: VecDeque<u64>,
    bulk: VecDeque<u64>,
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
            token: VecDeque::new(),
            interactive: VecDeque::new(),
            bulk: VecDeque::new(),
            in_a_row: 0,
            came: 0,
        }
    }

    /// Takes the last place of a lane.
    pub(crate) fn join(&mut self, lane: Lane) -> Ticket {
        self.came += 1;
        let number = self.came;
        self.lane(lane).push_back(number);
        Ticket { lane, number }
    }

    /// The one whose turn it is.
    pub(crate) fn head(&self) -> Option<u64> {
        let (interactive, bulk) = (self.interactive.front(), self.bulk.front());
        let others = if self.in_a_row < IN_A_ROW {
            interactive.or(bulk)
        } else {
            bulk.or(interactive)
        };
        self.token.front().or(others).copied()
    }

    /// Gives up a place, because the turn has come or nobody waits any more.
    pub(crate) fn leave(&mut self, ticket: Ticket) {
        // The head is the first of its lane, so this is quick where it happens most.
        let lane = self.lane(ticket.lane);
        if let Some(place) = lane.iter().position(|number| *number == ticket.number) {
            lane.remove(place);
        }
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

    fn lane(&mut self, lane: Lane) -> &mut VecDeque<u64> {
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
        let tickets = [Lane::Bulk, Lane::Interactive, Lane::Token].map(|lane| lanes.join(lane));
        assert_eq!(order(&mut lanes, &tickets), [3, 2, 1]);
        assert_eq!(lanes.len(), 0);
    }

    #[test]
    fn every_fourth_turn_is_the_bulk_lanes() {
        let mut lanes = Lanes::new();
        let bulk = [(); 2].map(|()| lanes.join(Lane::Bulk));
        let interactive = [(); 7].map(|()| lanes.join(Lane::Interactive));
        let tickets: Vec<_> = bulk.into_iter().chain(interactive).collect();
        let order = order(&mut lanes, &tickets);
        assert_eq!(order, [3, 4, 5, 1, 6, 7, 8, 2, 9]);
    }

    #[test]
    fn turns_do_not_add_up_while_nobody_of_the_bulk_lane_waits() {
        let mut lanes = Lanes::new();
        for _ in 0..9 {
            let ticket = lanes.join(Lane::Interactive);
            lanes.go(ticket);
        }
        let tickets = [Lane::Bulk, Lane::Interactive].map(|lane| lanes.join(lane));
        assert_eq!(lanes.head(), Some(tickets[1].number));
    }

    #[test]
    fn those_who_wait_in_all_lanes_are_counted() {
        let mut lanes = Lanes::new();
        for (lane, count) in [(Lane::Token, 2), (Lane::Interactive, 3), (Lane::Bulk, 4)] {
            for _ in 0..count {
                lanes.join(lane);
            }
        }
        assert_eq!(lanes.len(), 9);
    }

    #[test]
    fn whoever_leaves_is_passed_over() {
        let mut lanes = Lanes::new();
        let tickets = [(); 3].map(|()| lanes.join(Lane::Bulk));
        lanes.leave(tickets[1]);
        lanes.leave(tickets[1]);
        assert_eq!(lanes.len(), 2);
        assert_eq!(order(&mut lanes, &tickets), [1, 3]);
    }
}
