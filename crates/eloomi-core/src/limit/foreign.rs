//! Whether somebody else spends the same budget, and how much.

use std::{collections::VecDeque, time::Duration};

use super::told::Told;
use crate::Tick;

/// So long after it was last proven, somebody else is taken to be there still.
const BELIEVED: Duration = Duration::from_secs(600);

/// Left unused beside somebody else, who may spend some before the next answer tells.
const GUARD: u64 = 5;

/// Compares what the service says is used with what this client has used.
///
/// Two bounds. What is used beyond the requests of ours that are **certainly** in the service's
/// window may be somebody else's; what is used beyond those that **could** be in it must be. The
/// first tells how much to leave, the second whether to believe in it: without the proof, our
/// own requests under way look like somebody else's, and a lone client loses a twentieth of its
/// budget.
#[derive(Debug)]
pub(crate) struct Foreign {
    window: Duration,
    /// Our requests that could be in the window, oldest first.
    ours: VecDeque<Ours>,
    /// What may be somebody else's, by the answers of the last window.
    upper: VecDeque<(Tick, u64)>,
    believed_until: Option<Tick>,
}

/// Requests of others whom the budget is shared with, and who are no strangers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Others {
    /// So many at least are in the service's window.
    pub(crate) certain: u64,
    /// So many at most could be in it.
    pub(crate) possible: u64,
}

#[derive(Debug)]
struct Ours {
    number: u64,
    sent: Tick,
    /// When its answer came, or when nothing of it can arrive any more.
    over: Option<Tick>,
    is_counted: bool,
}

impl Foreign {
    pub(crate) fn new(window: Duration) -> Self {
        Self {
            window,
            ours: VecDeque::new(),
            upper: VecDeque::new(),
            believed_until: None,
        }
    }

    /// One of ours leaves.
    pub(crate) fn sent(&mut self, number: u64, now: Tick) {
        self.forget(now);
        self.ours.push_back(Ours {
            number,
            sent: now,
            over: None,
            is_counted: false,
        });
    }

    /// It never left.
    pub(crate) fn unsent(&mut self, number: u64) {
        self.ours.retain(|ours| ours.number != number);
    }

    /// Its answer will not come; it cannot be counted after `over`.
    pub(crate) fn lost(&mut self, number: u64, over: Tick) {
        if let Some(ours) = self.ours.iter_mut().find(|ours| ours.number == number) {
            ours.over = Some(over);
        }
    }

    /// Its answer came, with this. Without a word of the others, it proves nothing.
    pub(crate) fn answered(&mut self, number: u64, now: Tick, told: &Told, others: Option<Others>) {
        let Some(this) = self.ours.iter_mut().find(|ours| ours.number == number) else {
            return;
        };
        this.over = Some(now);
        this.is_counted = told.is_counted;
        let sent = this.sent;
        if let (true, Some(limit), Some(remaining), Some(others)) =
            (told.is_counted, told.limit, told.remaining, others)
        {
            let used = limit.saturating_sub(remaining);
            self.compare(used, others, sent, now);
        }
    }

    /// How many requests of a window to leave to others.
    pub(crate) fn share(&self, now: Tick) -> u64 {
        if self.believed_until.is_none_or(|until| until <= now) {
            return 0;
        }
        let recent = self
            .upper
            .iter()
            .filter(|(at, _)| *at + self.window > now)
            .map(|(_, upper)| *upper);
        recent.max().unwrap_or(0) + GUARD
    }

    /// When the oldest of ours left that a window ending now could hold.
    pub(crate) fn oldest(&self, now: Tick) -> Option<Tick> {
        let mut sent = self.ours.iter().map(|ours| ours.sent);
        sent.find(|sent| *sent + self.window > now)
    }

    /// `used` was the service's count at some moment from `sent` to `now`.
    fn compare(&mut self, used: u64, others: Others, sent: Tick, now: Tick) {
        let (mut certain, mut possible) = (others.certain, others.possible);
        // Before these, nothing is in the window any more; at the start, everything is.
        let (surely_in, perhaps_in) = (self.before(now), self.before(sent));
        for ours in &self.ours {
            let is_in = surely_in.is_none_or(|before| ours.sent > before);
            let was_counted_before = ours.over.is_some_and(|over| over <= sent || over == now);
            certain += u64::from(is_in && ours.is_counted && was_counted_before);
            possible += u64::from(match (ours.over, perhaps_in) {
                (Some(over), Some(before)) => over > before,
                _ => true,
            });
        }
        self.upper.push_back((now, used.saturating_sub(certain)));
        if used > possible {
            self.believed_until = Some(now + BELIEVED);
        }
    }

    /// A window before this moment, if time is as old as that.
    fn before(&self, now: Tick) -> Option<Tick> {
        now.0.checked_sub(self.window).map(Tick)
    }

    /// Drops what cannot be in any window any more.
    fn forget(&mut self, now: Tick) {
        while self
            .upper
            .front()
            .is_some_and(|(at, _)| *at + self.window <= now)
        {
            self.upper.pop_front();
        }
        // An answer that is under way will look back from when its request was sent.
        let under_way = self.ours.iter().find(|ours| ours.over.is_none());
        let Some(before) = self.before(under_way.map_or(now, |ours| ours.sent)) else {
            return;
        };
        let is_old = |ours: &Ours| ours.over.is_some_and(|over| over <= before);
        while self.ours.front().is_some_and(is_old) {
            self.ours.pop_front();
        }
    }
}

#[cfg(test)]
mod tests;
