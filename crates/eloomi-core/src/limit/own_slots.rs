//! Slots of one process, in its memory.

use std::collections::VecDeque;

use crate::Tick;

/// Those of a session that shares its budget with nobody.
#[derive(Debug)]
pub(crate) struct OwnSlots {
    under_way: usize,
    /// When the others are free again, ascending.
    cooling: VecDeque<Tick>,
}

impl OwnSlots {
    pub(crate) fn new() -> Self {
        Self {
            under_way: 0,
            cooling: VecDeque::new(),
        }
    }

    /// So many, none of which is free before `until`.
    pub(crate) fn cooling(count: u32, until: Tick) -> Self {
        Self {
            under_way: 0,
            cooling: std::iter::repeat_n(until, count as usize).collect(),
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(milliseconds: u64) -> Tick {
        Tick(Duration::from_millis(milliseconds))
    }

    #[test]
    fn a_slot_is_free_exactly_when_it_has_cooled_down() {
        let mut slots = OwnSlots::new();
        assert_eq!(slots.free_at(at(0), 1), Some(at(0)));
        slots.take();
        assert_eq!(slots.free_at(at(0), 1), None, "only an answer can free it");
        slots.cool(at(100));
        assert_eq!(slots.free_at(at(99), 1), Some(at(100)));
        assert_eq!(slots.free_at(at(100), 1), Some(at(100)));
        assert_eq!(slots.used(at(100)), (0, 0));
    }

    #[test]
    fn slots_that_cool_down_together_are_free_together() {
        let mut slots = OwnSlots::cooling(2, at(100));
        assert_eq!(slots.free_at(at(99), 2), Some(at(100)));
        slots.take();
        slots.take();
        assert_eq!(slots.free_at(at(100), 2), None);
    }

    #[test]
    fn a_slot_given_back_is_free_at_once() {
        let mut slots = OwnSlots::new();
        slots.take();
        slots.give_back();
        assert_eq!(slots.free_at(at(5), 1), Some(at(5)));
    }

    #[test]
    fn slots_are_freed_in_the_order_of_their_times_and_not_of_their_answers() {
        let mut slots = OwnSlots::new();
        slots.take();
        slots.take();
        slots.cool(at(300));
        slots.cool(at(200));
        assert_eq!(slots.free_at(at(0), 2), Some(at(200)));
        assert_eq!(slots.free_at(at(200), 1), Some(at(300)));
    }

    #[test]
    fn a_lowered_limit_waits_for_as_many_as_are_too_many() {
        let mut slots = OwnSlots::new();
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
}
