//! Those who wait in one lane.

use std::collections::{BTreeSet, VecDeque};

use crate::Tick;

/// First come, first served, but for those of whom nothing is heard when their turn comes.
#[derive(Debug)]
pub(crate) struct Queue {
    /// In the order of their numbers.
    waiting: VecDeque<Waiter>,
    /// Those who were passed over.
    silent: BTreeSet<u64>,
}

#[derive(Debug)]
struct Waiter {
    number: u64,
    /// When it asked for its turn last.
    heard: Tick,
}

impl Queue {
    pub(crate) fn new() -> Self {
        Self {
            waiting: VecDeque::new(),
            silent: BTreeSet::new(),
        }
    }

    /// This one asks for its turn: it has the last place if it is new, and its old one otherwise.
    pub(crate) fn heard(&mut self, number: u64, now: Tick) {
        self.silent.remove(&number);
        let place = self.before(number);
        match self.waiting.get_mut(place) {
            Some(waiter) if waiter.number == number => waiter.heard = now,
            _ => self.waiting.insert(place, Waiter { number, heard: now }),
        }
    }

    /// The first of whom something is heard.
    pub(crate) fn front(&self) -> Option<u64> {
        self.waiting.front().map(|waiter| waiter.number)
    }

    /// How many stand before this one.
    pub(crate) fn before(&self, number: u64) -> usize {
        self.waiting
            .partition_point(|waiter| waiter.number < number)
    }

    /// Passes over the first if nothing was heard of it since; says whether it did.
    pub(crate) fn pass_over(&mut self, since: Tick) -> bool {
        let is_silent = self
            .waiting
            .front()
            .is_some_and(|waiter| waiter.heard < since);
        if is_silent && let Some(waiter) = self.waiting.pop_front() {
            self.silent.insert(waiter.number);
        }
        is_silent
    }

    /// This one waits no more.
    pub(crate) fn leave(&mut self, number: u64) {
        self.silent.remove(&number);
        let place = self.before(number);
        if self
            .waiting
            .get(place)
            .is_some_and(|waiter| waiter.number == number)
        {
            self.waiting.remove(place);
        }
    }

    /// Whether nobody is here whose turn may come.
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// How many wait, with those of whom nothing is heard.
    pub(crate) fn len(&self) -> usize {
        self.waiting.len() + self.silent.len()
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
    fn whoever_is_heard_again_keeps_its_place() {
        let mut queue = Queue::new();
        queue.heard(1, at(0));
        queue.heard(2, at(0));
        queue.heard(1, at(5));
        assert_eq!((queue.front(), queue.len()), (Some(1), 2));
        assert!(!queue.pass_over(at(5)), "it was heard");
        assert!(queue.pass_over(at(6)));
        assert_eq!(queue.front(), Some(2));
    }

    #[test]
    fn whoever_was_passed_over_waits_still_and_gets_its_place_back() {
        let mut queue = Queue::new();
        queue.heard(1, at(0));
        queue.heard(2, at(0));
        assert!(queue.pass_over(at(1)));
        assert_eq!(queue.len(), 2);
        queue.heard(1, at(2));
        assert_eq!(
            (queue.front(), queue.len(), queue.before(2)),
            (Some(1), 2, 1)
        );
    }

    #[test]
    fn nobody_is_left_when_all_were_passed_over() {
        let mut queue = Queue::new();
        queue.heard(1, at(0));
        assert!(!queue.is_empty());
        assert!(queue.pass_over(at(1)));
        assert!(queue.is_empty());
        assert!(!queue.pass_over(at(1)));
    }

    #[test]
    fn whoever_leaves_is_gone_wherever_it_stands() {
        let mut queue = Queue::new();
        for number in 1..=3 {
            queue.heard(number, at(0));
        }
        assert!(queue.pass_over(at(1)));
        queue.leave(1);
        queue.leave(3);
        queue.leave(3);
        assert_eq!((queue.front(), queue.len()), (Some(2), 1));
    }
}
