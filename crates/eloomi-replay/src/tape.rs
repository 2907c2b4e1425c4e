//! What two faces of a recorder share: exchanges are begun, become whole, and are redacted.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;
use http::{Request, Response};

use crate::{Exchange, Loss, NotRecorded, Operations, Recording, Redactor, UnknownPath};

/// Holds what came out of the redactor, and nothing that went in.
pub(crate) struct Tape {
    redactor: Redactor,
    operations: Operations,
    state: Mutex<State>,
}

/// By the number of the request.
#[derive(Default)]
struct State {
    begun: usize,
    whole: BTreeMap<usize, Redacted>,
    lost: BTreeMap<usize, NotRecorded>,
}

/// An exchange that may be written.
#[derive(Clone)]
pub(crate) struct Redacted {
    /// What its file is called, without number and ending.
    pub(crate) word: String,
    pub(crate) exchange: Exchange,
    pub(crate) unknown: Vec<UnknownPath>,
}

impl Tape {
    pub(crate) fn new(redactor: Redactor, operations: Operations) -> Self {
        Self {
            redactor,
            operations,
            state: Mutex::default(),
        }
    }

    /// Begins an exchange. Until it ends, it counts as lost.
    pub(crate) fn begin(self: &Arc<Self>, request: &Request<Bytes>) -> Take {
        let operation = self
            .operations
            .operation(request.method(), request.uri().path())
            .map(str::to_owned);
        let mut state = self.state();
        state.begun += 1;
        let number = state.begun;
        let lost = NotRecorded::new(number, operation.clone(), Loss::UnderWay);
        state.lost.insert(number, lost);
        Take {
            tape: Arc::clone(self),
            number,
            operation,
            request: Some(request.clone()),
        }
    }

    pub(crate) fn recording(&self) -> Recording {
        let state = self.state();
        let whole = state.whole.values().cloned().collect();
        Recording::new(whole, state.lost.values().cloned().collect())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An exchange that is under way.
pub(crate) struct Take {
    tape: Arc<Tape>,
    number: usize,
    operation: Option<String>,
    /// Gone once it has ended.
    request: Option<Request<Bytes>>,
}

impl Take {
    /// Ends it without a record.
    pub(crate) fn lose(mut self, loss: Loss) {
        self.end(loss);
    }

    /// Ends it: redacts it, in memory, and keeps what comes out.
    pub(crate) fn keep(mut self, response: &Response<Bytes>) {
        let Some(operation) = self.operation.clone() else {
            return self.end(Loss::NoOperation);
        };
        let Some(request) = self.request.take() else {
            return;
        };
        let Tape {
            redactor,
            operations,
            ..
        } = &*self.tape;
        let front = operations.front(&operation, &request, response);
        let redacted = redactor.exchange(&front, &request, response);
        let kept = Redacted {
            word: operations.word(&operation),
            exchange: redacted.exchange,
            unknown: redacted.unknown,
        };
        let mut state = self.tape.state();
        state.lost.remove(&self.number);
        state.whole.insert(self.number, kept);
    }

    fn end(&mut self, loss: Loss) {
        if self.request.take().is_some() {
            let told = NotRecorded::new(self.number, self.operation.take(), loss);
            self.tape.state().lost.insert(self.number, told);
        }
    }
}

impl Drop for Take {
    /// Nobody waits for its end any more.
    fn drop(&mut self) {
        self.end(Loss::GivenUp);
    }
}
