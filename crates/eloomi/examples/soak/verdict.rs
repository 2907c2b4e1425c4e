//! What the simulator's journal tells.

use std::{
    fmt,
    time::{Duration, Instant},
};

use eloomi_sim::Recorded;

use crate::plan::Plan;

const LIMIT: usize = 600;
const WINDOW: Duration = Duration::from_secs(60);

/// How much of the budget must be used, in hundredths of a percent.
const ENOUGH: usize = 9_900;

pub(crate) struct Verdict {
    arrived: usize,
    /// What the time allows.
    budget: usize,
    refused: usize,
    fullest: usize,
}

impl Verdict {
    pub(crate) fn of(requests: &[Recorded], plan: &Plan) -> Self {
        let counted = requests
            .iter()
            .filter(|request| request.path.starts_with("/v3/"));
        let counted: Vec<_> = counted.collect();
        let refused = counted.iter().filter(|request| request.status == Some(429));
        let mut arrivals: Vec<_> = counted.iter().map(|request| request.arrived).collect();
        arrivals.sort_unstable();
        Self {
            arrived: arrivals.len(),
            budget: LIMIT * usize::try_from(plan.time.as_secs() / 60).unwrap_or(usize::MAX),
            refused: refused.count(),
            fullest: fullest(&arrivals),
        }
    }

    /// Hundredths of a percent.
    fn share(&self) -> usize {
        self.arrived * 10_000 / self.budget
    }

    pub(crate) fn is_good(&self) -> bool {
        self.refused == 0 && self.fullest <= LIMIT && self.share() >= ENOUGH
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.share() / 100, self.share() % 100);
        writeln!(
            f,
            "  requests        {} of {}: {whole}.{part:02} % of the budget",
            self.arrived, self.budget
        )?;
        writeln!(f, "  refused (429)   {}", self.refused)?;
        writeln!(f, "  fullest window  {} of {LIMIT}", self.fullest)?;
        let verdict = if self.is_good() { "good" } else { "FAILED" };
        write!(f, "  verdict         {verdict}")
    }
}

/// The most arrivals in any half-open window.
fn fullest(arrivals: &[Instant]) -> usize {
    let mut first = 0;
    let mut most = 0;
    for (last, arrival) in arrivals.iter().enumerate() {
        while arrival.duration_since(arrivals[first]) >= WINDOW {
            first += 1;
        }
        most = most.max(last + 1 - first);
    }
    most
}
