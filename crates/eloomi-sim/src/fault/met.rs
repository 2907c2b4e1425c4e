//! The faults that one request meets, stage by stage.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use http::Request;

use super::action::Action;
use super::headers::HeaderEdit;
use super::{Asked, Fault, Faults, answer_edit, request_edit};
use crate::behaviours::Behaviour;
use crate::script::{Instead, Wait};
use crate::service::Service;

/// The faults that one request meets.
#[derive(Debug, Default)]
pub(crate) struct Met {
    faults: Vec<Arc<Fault>>,
}

/// How the connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// A reset, and no answer.
    Reset,
    /// As the answer says.
    Not,
}

impl Met {
    pub(super) fn new(faults: Vec<Arc<Fault>>) -> Self {
        Self { faults }
    }

    /// Ids of their behaviours.
    pub(crate) fn ids(&self) -> Vec<&'static str> {
        self.faults.iter().map(|fault| fault.name.row.id).collect()
    }

    /// What replaces the service's own answer, and what it shows.
    pub(crate) fn instead(&self) -> Option<(Instead, &'static Behaviour)> {
        self.faults.iter().find_map(|fault| {
            let instead = match &fault.action {
                Action::Answer(stock) => Instead::Answer(stock.canned()),
                Action::Close | Action::Reset => Instead::Drop,
                _ => return None,
            };
            Some((instead, fault.name.row))
        })
    }

    /// What the answer waits for.
    pub(crate) fn wait(&self) -> Wait {
        let times = self.faults.iter().map(|fault| match fault.action {
            Action::Wait(time) => time,
            _ => Duration::ZERO,
        });
        Wait::For(times.sum())
    }

    pub(crate) fn breaks(&self) -> Breaks {
        let reset = |fault: &Arc<Fault>| matches!(fault.action, Action::Reset | Action::LoseAnswer);
        if self.faults.iter().any(reset) {
            Breaks::Reset
        } else {
            Breaks::Not
        }
    }

    /// Changes a request on its way to the routes.
    pub(crate) fn edit_request(&self, request: &mut Request<Body>, service: &dyn Service) {
        for fault in &self.faults {
            request_edit::edit(&fault.action, request, service);
        }
    }

    /// Changes an answer of the routes. A fault that finds nothing to change has not met it.
    pub(crate) fn edit_answer(&mut self, response: &mut Response, asked: &Asked, all: &Faults) {
        self.faults.retain(|fault| {
            let done = answer_edit::edit(&fault.action, response, asked);
            if !done {
                all.take_back(fault);
            }
            done
        });
    }

    /// Changes the headers of whatever is answered, at this time since 1970.
    pub(crate) fn edit_headers(&self, response: &mut Response, now: Duration) {
        let edits = self.faults.iter().flat_map(|fault| &fault.headers);
        HeaderEdit::apply(edits, response.headers_mut(), now);
    }
}
