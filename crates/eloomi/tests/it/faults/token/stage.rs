//! Where the rows of tokens play: a simulator and a client, for both of whom time can leap.

use std::{collections::BTreeMap, pin::pin, sync::Arc, time::Duration};

use eloomi::{Budget, Client, Clock as _, Error, SystemClock, Transport};
use eloomi_sim::{Builder, Simulator};
use futures_util::future::{join_all, select};

use crate::{
    faults::{
        driver::{Ask, Axis, Knobs, Shown, Wiring, ask, tells_nothing},
        status::odd_clock::OddClock,
    },
    ground::credentials,
};

/// Where tokens are handed out.
pub(super) const TOKEN: &str = "/oauth/token";

pub(super) struct Stage {
    pub(super) sim: Simulator,
    pub(super) client: Client,
    clock: OddClock,
}

/// Twenty-five people.
pub(super) fn people() -> Builder {
    Simulator::builder().seed(7).people(25)
}

impl Stage {
    pub(super) async fn start(builder: Builder, axis: &Axis, knobs: Knobs) -> Self {
        let sim = builder.start().await.unwrap();
        let wiring = Wiring::of(sim.root_certificate_pem(), &knobs);
        Self::over(sim, wiring.transport(axis.stack), knobs)
    }

    pub(super) fn over(sim: Simulator, transport: Arc<dyn Transport>, knobs: Knobs) -> Self {
        let clock = OddClock::default();
        let client = Client::builder(credentials(&sim), transport)
            .base_url(sim.base_url())
            .user_agent("faults/1")
            // More than any row asks for, at any pace, and all at once.
            .budget(
                Budget::new(6_000, Duration::from_secs(60))
                    .burst(6_000)
                    .under_way(6_000),
            )
            .clock(Arc::new(clock.clone()))
            .options(knobs.options())
            .build()
            .unwrap();
        Self { sim, client, clock }
    }

    /// So many seconds pass, for both sides and at once.
    pub(super) fn leap(&self, seconds: u64) {
        self.clock.suspend(Duration::from_secs(seconds));
        self.sim.advance(Duration::from_secs(seconds));
    }

    /// Waits until so many requests have come, ten seconds at most: a row fails and does not hang.
    pub(super) async fn requests_reach(&self, count: u64) {
        let patience = SystemClock::new().sleep(Duration::from_secs(10));
        select(pin!(self.sim.requests_reach(count)), patience).await;
    }

    pub(super) async fn ask(&self) -> Result<String, Error> {
        let asked = Ask::Get(0).of_somebody(&self.sim);
        ask(&self.client, asked).await
    }

    /// Asks once, and shows how many token requests that makes in all.
    pub(super) async fn asks(&self, seen: &mut Shown) {
        seen.outcome(&self.ask().await);
        self.tokens(seen);
    }

    /// So many ask at once, and all must fare alike.
    pub(super) async fn all_ask(&self, callers: usize, seen: &mut Shown) {
        let outcomes = join_all((0..callers).map(|_| self.ask())).await;
        let first = told(&outcomes[0]);
        for outcome in &outcomes {
            assert_eq!(told(outcome), first, "not all fare alike");
        }
        seen.line(format_args!("{callers} at once, each:"));
        seen.outcome(&outcomes[0]);
        self.tokens(seen);
    }

    fn tokens(&self, seen: &mut Shown) {
        let requests = self.sim.requests();
        let requests = requests.iter().filter(|request| request.path == TOKEN);
        seen.line(format_args!(
            "  token requests so far: {}",
            requests.count()
        ));
    }

    /// What became of the slots, and how often each request came with which answer.
    pub(super) fn shown(&self, seen: &mut Shown) {
        seen.slots(&self.client);
        let mut counted = BTreeMap::<String, usize>::new();
        for request in self.sim.requests() {
            let status = request
                .status
                .map_or("no answer".to_owned(), |s| s.to_string());
            let line = format!("{} {} → {status}", request.method, request.path);
            *counted.entry(line).or_default() += 1;
        }
        for (request, times) in counted {
            seen.line(format_args!("{times} × {request}"));
        }
        let unmet = self.sim.unmet_faults();
        assert!(unmet.is_empty(), "faults that no request met: {unmet:?}");
    }
}

fn told(outcome: &Result<String, Error>) -> String {
    match outcome {
        Ok(value) => value.clone(),
        Err(error) => {
            tells_nothing(error);
            error.to_string()
        }
    }
}

/// Time in which something goes on without us; of the machine, not of the client.
pub(super) async fn a_moment() {
    SystemClock::new().sleep(Duration::from_millis(100)).await;
}
