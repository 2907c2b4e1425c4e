//! What both services stand on: the clock, the journal, the faults, and what tests script.

use crate::clock::Clock;
use crate::fault::Faults;
use crate::journal::Journal;
use crate::latency::Latency;
use crate::script::Script;

#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) clock: Clock,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    pub(crate) latency: Latency,
    pub(crate) script: Script,
}

impl Ground {
    pub(crate) fn new(clock: Clock, journal: Journal, latency: Latency) -> Self {
        Self {
            clock,
            faults: Faults::default(),
            journal,
            latency,
            script: Script::default(),
        }
    }
}
