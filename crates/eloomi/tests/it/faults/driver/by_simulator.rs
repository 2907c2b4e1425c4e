//! A client of the simulator, which has faults.

use std::time::Duration;

use eloomi::{Budget, Client};
use eloomi_sim::Simulator;

use super::{Axis, Shown, Wiring, knobs::Knobs};
use crate::ground::credentials;

/// A simulator with faults and a client of it.
pub(crate) struct Simulated {
    pub(crate) sim: Simulator,
    pub(crate) client: Client,
}

impl Simulated {
    /// Twenty-five people, and these faults.
    pub(crate) async fn start(faults: &[String], axis: &Axis, knobs: &Knobs) -> Self {
        let mut builder = Simulator::builder().seed(7).people(25);
        for fault in faults {
            builder = builder.fault(fault.parse().unwrap());
        }
        let sim = builder.start().await.unwrap();
        let client = Self::beside(&sim, axis, knobs);
        Self { sim, client }
    }

    /// Another client of the same simulator, with a pool and a budget of its own.
    pub(crate) fn beside(sim: &Simulator, axis: &Axis, knobs: &Knobs) -> Client {
        let transport = Wiring::of(None, knobs).transport(axis.stack);
        Client::builder(credentials(sim), transport)
            .base_url(sim.base_url())
            .user_agent("faults/1")
            .budget(Budget::new(600, Duration::from_secs(60)))
            .options(knobs.options())
            .build()
            .unwrap()
    }

    /// What became of the slots, and what the simulator saw; all faults must have been met.
    pub(crate) fn shown(&self, seen: &mut Shown) {
        seen.slots(&self.client);
        for request in self.sim.requests() {
            let mark = if request.query.is_empty() { "" } else { "?" };
            let status = request
                .status
                .map_or_else(|| "no answer".to_owned(), |s| s.to_string());
            // The person differs with the seed alone, and the method tells who is meant.
            let met = if request.faults.is_empty() { "" } else { ", " };
            seen.line(format_args!(
                "{} {}{mark}{} → {status}{met}{}",
                request.method,
                request.path,
                request.query,
                request.faults.join(", ")
            ));
        }
        let unmet = self.sim.unmet_faults();
        assert!(unmet.is_empty(), "faults that no request met: {unmet:?}");
    }
}
