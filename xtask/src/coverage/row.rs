//! One operation, and what there is of it.

use crate::coverage::faults::{Fault, Part};
use crate::survey::document::Operation;
use crate::survey::requests::Declared;
use crate::survey::service::Service;
use crate::survey::simulator::Answered;

/// How far an operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// All of it is there.
    Whole,
    /// Something is there and something is missing, or does not agree.
    Half,
    /// Nothing is there, and nothing is promised.
    Open,
}

/// An exchange of the operation.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// Its name below the directory of exchanges.
    pub(crate) name: String,
    /// The status of its response.
    pub(crate) status: String,
    /// The grant of OAuth that it exchanges.
    pub(crate) grant: Option<String>,
    /// Whether there is a snapshot of it.
    pub(crate) has_snapshot: bool,
}

/// The row of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Whose operation it is.
    pub(crate) service: &'static Service,
    /// As the document describes it.
    pub(crate) operation: Operation,
    /// What declares a route for it.
    pub(crate) request: Option<Declared>,
    /// Those whose request reaches it.
    pub(crate) exchanges: Vec<Shown>,
    /// The simulator's route.
    pub(crate) simulator: Option<Answered>,
    /// Whether the simulator has the service at all.
    pub(crate) is_simulated: bool,
    /// What it lacks or what contradicts the document; of the document itself also while open.
    pub(crate) faults: Vec<Fault>,
}

impl Row {
    /// Whether anything is there.
    pub(crate) fn is_begun(&self) -> bool {
        self.request.is_some() || !self.exchanges.is_empty() || self.simulator.is_some()
    }

    /// Whether an exchange shows how it succeeds.
    pub(crate) fn shows_success(&self) -> bool {
        let success = self.operation.success();
        success.is_some_and(|success| {
            let mut statuses = self.exchanges.iter().map(|shown| &shown.status);
            statuses.any(|status| success.has(status))
        })
    }

    /// The grants whose success no exchange shows.
    pub(crate) fn grants_unshown(&self) -> impl Iterator<Item = &String> {
        let shows = |grant: &str| {
            let mut shown = self.exchanges.iter();
            shown.any(|it| it.status.starts_with('2') && it.grant.as_deref() == Some(grant))
        };
        self.operation
            .grants
            .iter()
            .filter(move |grant| !shows(grant))
    }

    /// What the operation is called where those of both services stand together.
    pub(crate) fn name(&self) -> String {
        format!("{}{}", self.service.mark, self.operation.id)
    }

    /// Whether something is wrong with this part of it.
    pub(crate) fn lacks(&self, part: Part) -> bool {
        self.faults.iter().any(|fault| fault.part == part)
    }

    /// How many of its exchanges have a snapshot.
    pub(crate) fn snapshots(&self) -> usize {
        let with = self.exchanges.iter().filter(|shown| shown.has_snapshot);
        with.count()
    }

    /// How far it is.
    pub(crate) fn state(&self) -> State {
        match (self.is_begun(), self.faults.is_empty()) {
            (false, _) => State::Open,
            (true, true) => State::Whole,
            (true, false) => State::Half,
        }
    }
}
