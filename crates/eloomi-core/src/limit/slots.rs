//! The slots of the budget: what makes it true that no window holds more than the limit.

use std::time::Duration;

use super::{
    foreign::Others,
    own_slots::OwnSlots,
    shared::{Claim, NotTaken, SlotFile},
};
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
pub(crate) enum Slots {
    /// Of this session alone.
    Own(OwnSlots),
    /// Of all processes of the host.
    Shared {
        file: Box<SlotFile>,
        /// Nothing new is to be seen in the file before this moment.
        look_at: Tick,
    },
}

/// A slot that a request holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Held {
    Own,
    Shared(Claim),
}

impl Slots {
    pub(crate) fn own() -> Self {
        Self::Own(OwnSlots::new())
    }

    pub(crate) fn shared(file: SlotFile) -> Self {
        Self::Shared {
            file: Box::new(file),
            look_at: Tick::default(),
        }
    }

    /// When it is worth trying to take one of `limit` slots; `None` if only an answer can free
    /// one.
    pub(crate) fn free_at(&mut self, now: Tick, limit: usize) -> Option<Tick> {
        match self {
            Self::Own(slots) => slots.free_at(now, limit),
            Self::Shared { look_at, .. } => Some(now.max(*look_at)),
        }
    }

    /// A request takes a slot, for as long as an attempt may take; to be called when it is worth
    /// trying.
    pub(crate) fn take(
        &mut self,
        now: Tick,
        limit: usize,
        cooling: Cooling,
        attempt: Duration,
    ) -> Result<Held, NotTaken> {
        match self {
            Self::Own(slots) => {
                slots.take();
                Ok(Held::Own)
            }
            Self::Shared { file, look_at } => {
                let taken = file.take(limit, cooling, attempt);
                if let Err(NotTaken::Later(wait)) = &taken {
                    *look_at = now + *wait;
                }
                taken.map(Held::Shared)
            }
        }
    }

    /// A request is over: its slot is free after so long.
    pub(crate) fn cool(
        &mut self,
        held: Held,
        now: Tick,
        cooling: Cooling,
        duration: Duration,
        is_counted: bool,
    ) {
        match (self, held) {
            (Self::Own(slots), Held::Own) => slots.cool(now + duration),
            (Self::Shared { file, .. }, Held::Shared(claim)) => {
                file.cool(claim, cooling, duration, is_counted);
            }
            // Its file cannot be used any more; all slots cool down for it.
            (Self::Own(_), Held::Shared(_)) => {}
            (Self::Shared { .. }, Held::Own) => unreachable!("nobody goes back to a file"),
        }
    }

    /// The request never left: its slot is free at once.
    pub(crate) fn give_back(&mut self, held: Held, cooling: Cooling) {
        match (self, held) {
            (Self::Own(slots), Held::Own) => slots.give_back(),
            (Self::Shared { file, look_at }, Held::Shared(claim)) => {
                file.give_back(claim, cooling);
                *look_at = Tick::default();
            }
            (Self::Own(_), Held::Shared(_)) => {}
            (Self::Shared { .. }, Held::Own) => unreachable!("nobody goes back to a file"),
        }
    }

    /// What is known of others who take from the same slots, beside this request.
    pub(crate) fn others(&mut self, held: &Held, cooling: Cooling) -> Option<Others> {
        match (self, held) {
            (Self::Shared { file, .. }, Held::Shared(claim)) => file.others(*claim, cooling),
            (Self::Own(_), Held::Own) => Some(Others::default()),
            _ => None,
        }
    }

    /// How many are under way, and how many cool down.
    pub(crate) fn used(&self, now: Tick) -> (usize, usize) {
        match self {
            Self::Own(slots) => slots.used(now),
            Self::Shared { file, .. } => file.used(),
        }
    }
}

/// How long a slot cools down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cooling {
    pub(crate) window: Duration,
    /// Room for a service's clock that runs slower than ours.
    pub(crate) margin: Duration,
    /// For how long after its connection is closed the bytes of a request may still arrive.
    pub(crate) linger: Duration,
}

impl Cooling {
    /// From the answer of a request on.
    pub(crate) fn after_answer(self) -> Duration {
        self.window.saturating_add(self.margin)
    }

    /// From the moment on at which nobody waits for the answer any more.
    pub(crate) fn after_loss(self) -> Duration {
        self.after_answer().saturating_add(self.linger)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COOLING: Cooling = Cooling {
        window: Duration::from_secs(60),
        margin: Duration::from_millis(250),
        linger: Duration::from_secs(5),
    };

    #[test]
    fn a_lost_request_cools_longer_than_an_answered_one() {
        assert_eq!(COOLING.after_answer(), Duration::from_millis(60_250));
        assert_eq!(COOLING.after_loss(), Duration::from_millis(65_250));
    }

    #[test]
    fn who_shares_with_nobody_knows_that_there_are_no_others() {
        let others = Slots::own().others(&Held::Own, COOLING);
        assert_eq!(others, Some(Others::default()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn others_are_known_as_long_as_their_file_is_used() {
        use crate::limit::{Budget, shared::HandSet};

        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("budget");
        let clock = HandSet::new();
        let process = || {
            let budget = Budget::new(2, COOLING.window);
            Slots::shared(SlotFile::by_clock(&path, budget, Box::new(clock.clone())))
        };
        let take = |slots: &mut Slots| slots.take(Tick::default(), 2, COOLING, COOLING.window);
        let (mut one, mut two) = (process(), process());
        take(&mut one).unwrap();
        let held = take(&mut two).unwrap();
        let known = Others {
            certain: 0,
            possible: 1,
        };
        assert_eq!(two.others(&held, COOLING), Some(known));
        assert_eq!(Slots::own().others(&held, COOLING), None);
    }
}
