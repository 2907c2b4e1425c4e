//! The slots of the budget: what makes it true that no window holds more than the limit.

use std::{collections::VecDeque, time::Duration};

use crate::Tick;

/// As many slots as the service allows requests in a window. A request holds one while it is
/// under way, and the slot cools down for a window, and a margin, from its **answer**.
///
/// A service counts a request at some moment between its departure and its answer. The next
/// request of the same slot leaves a window after that answer, so two requests of one slot are
/// counted at least a window apart, and any window holds at most one request of each slot. That
/// needs no synchronized clocks and no bound on latency. A slot freed a window after the
/// departure would not do: the second request may travel faster than the first.
#[derive(Debug)]
pub(crate) struct Slots {
    under_way: usize,
    /// When the others are free again, ascending.
    cooling: VecDeque<Tick>,
}

impl Slots {
    pub(crate) fn new() -> Self {
        Self {
            under_way: 0,
            cooling: VecDeque::new(),
        }
    }

    /// When the next of `limit` slots is free; `None` if only an answer can free one.
    pub(crate) fn free_at(&mut self, now: Tick, limit: usize) -> Option<Tick> {
        while self.cooling.front().is_some_and(|until| *until <= now) {
            self.cooling.pop_front();
        }
        let used = self.under_way + self.cooling.len();
        if used < limit {
            return Some(now);
        }
        // So many must cool down first; more than one if the limit has been lowered.
        self.cooling.get(used - limit).copied()
    }

    /// A request takes a slot; to be called when one is free.
    pub(crate) fn take(&mut self) {
        self.under_way += 1;
    }

    /// Its slot is free from `until` on.
    pub(crate) fn cool(&mut self, until: Tick) {
        self.under_way -= 1;
        let place = self.cooling.partition_point(|other| *other <= until);
        self.cooling.insert(place, until);
    }

    /// The request never left: its slot is free at once.
    pub(crate) fn give_back(&mut self) {
        self.under_way -= 1;
    }

    /// How many are under way, and how many cool down.
    pub(crate) fn used(&self, now: Tick) -> (usize, usize) {
        let free = self.cooling.partition_point(|until| *until <= now);
        (self.under_way, self.cooling.len() - free)
    }
}

/// How long a slot cools down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cooling {
    pub(crate) window: Duration,
    /// Room for a service's clock that runs slower than ours.
    pub(crate) margin: Duration,
}

impl Cooling {
    /// For how long after its connection is closed the bytes of a request may still arrive.
    pub(crate) const LINGER: Duration = Duration::from_secs(5);

    /// From the answer of a request on.
    pub(crate) fn after_answer(self, now: Tick) -> Tick {
        now + self.window + self.margin
    }

    /// From the moment on at which nobody waits for the answer any more.
    pub(crate) fn after_loss(self, now: Tick) -> Tick {
        self.after_answer(now) + Self::LINGER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: u64) -> Tick {
        Tick(Duration::from_millis(milliseconds))
    }

    #[test]
    fn a_slot_is_free_exactly_when_it_has_cooled_down() {
        let mut slots = Slots::new();
        assert_eq!(slots.free_at(at(0), 1), Some(at(0)));
        slots.take();
        assert_eq!(slots.free_at(at(0), 1), None, "only an answer can free it");
        slots.cool(at(100));
        assert_eq!(slots.free_at(at(99), 1), Some(at(100)));
        assert_eq!(slots.free_at(at(100), 1), Some(at(100)));
        assert_eq!(slots.used(at(100)), (0, 0));
    }

    #[test]
    fn a_slot_given_back_is_free_at_once() {
        let mut slots = Slots::new();
        slots.take();
        slots.give_back();
        assert_eq!(slots.free_at(at(5), 1), Some(at(5)));
    }

    #[test]
    fn slots_are_freed_in_the_order_of_their_times_and_not_of_their_answers() {
        let mut slots = Slots::new();
        slots.take();
        slots.take();
        slots.cool(at(300));
        slots.cool(at(200));
        assert_eq!(slots.free_at(at(0), 2), Some(at(200)));
        assert_eq!(slots.free_at(at(200), 1), Some(at(300)));
    }

    #[test]
    fn a_lowered_limit_waits_for_as_many_as_are_too_many() {
        let mut slots = Slots::new();
        for until in [100, 200, 300] {
            slots.take();
            slots.cool(at(until));
        }
        assert_eq!(slots.free_at(at(0), 4), Some(at(0)));
        assert_eq!(slots.free_at(at(0), 3), Some(at(100)));
        assert_eq!(slots.free_at(at(0), 2), Some(at(200)));
        assert_eq!(slots.free_at(at(0), 1), Some(at(300)));
        slots.take();
        assert_eq!(slots.free_at(at(0), 1), None, "one more is under way");
        assert_eq!(slots.used(at(200)), (1, 1));
    }

    #[test]
    fn a_lost_request_cools_longer_than_an_answered_one() {
        let cooling = Cooling {
            window: Duration::from_secs(60),
            margin: Duration::from_millis(250),
        };
        assert_eq!(cooling.after_answer(at(1_000)), at(61_250));
        assert_eq!(cooling.after_loss(at(1_000)), at(66_250));
    }
}
