//! The faults of a simulator, and how often each has been met.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{Method, Uri};

use super::{Fault, Met};
use crate::parameter::parameter;
use crate::service::Lists;

/// What a request asks for, as far as faults look at it.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    method: Method,
    uri: Uri,
    /// Page of a list, counted from 1.
    pub(super) page: u64,
    pub(super) size: Option<u64>,
    pub(super) lists: &'static Lists,
    pub(super) has_token: bool,
    /// How long ago its token was handed out, if it is good.
    pub(super) token_age: Option<Duration>,
}

impl Asked {
    pub(crate) fn read(
        method: &Method,
        uri: &Uri,
        lists: &'static Lists,
        has_token: bool,
        token_age: Option<Duration>,
    ) -> Self {
        let number = |name| {
            parameter(uri.query().unwrap_or_default(), name)?
                .parse()
                .ok()
        };
        Self {
            page: number("page").unwrap_or(1),
            size: number(lists.size),
            lists,
            method: method.clone(),
            uri: uri.clone(),
            has_token,
            token_age,
        }
    }
}

/// Every fault, in the order in which they came.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    armed: Mutex<Vec<Armed>>,
}

#[derive(Debug)]
struct Armed {
    fault: Arc<Fault>,
    /// Requests that it has let pass.
    passed: u64,
    met: u64,
}

impl Armed {
    /// Counts a request that the fault fits, and tells whether it meets it.
    fn meets(&mut self) -> bool {
        if self.passed < self.fault.after {
            self.passed += 1;
            return false;
        }
        let meets = self.fault.times.is_none_or(|times| self.met < times);
        self.met += u64::from(meets);
        meets
    }
}

impl Faults {
    pub(crate) fn arm(&self, fault: Fault) {
        let fault = Arc::new(fault);
        self.armed().push(Armed {
            fault,
            passed: 0,
            met: 0,
        });
    }

    /// The faults that this request meets. A request that has its answer already meets none
    /// that would need one of the routes.
    pub(crate) fn meet(&self, asked: &Asked, has_answer: bool) -> Met {
        let mut armed = self.armed();
        let fit = armed.iter_mut().filter(|one| {
            one.fault.scope.fits(&asked.method, &asked.uri) && one.fault.action.concerns(asked)
        });
        let (instead, others): (Vec<_>, Vec<_>) =
            fit.partition(|one| one.fault.action.is_instead());
        let mut met = Vec::new();
        if !has_answer {
            let first = instead
                .into_iter()
                .find_map(|one| one.meets().then_some(&one.fault));
            met.extend(first.cloned());
        }
        let has_answer = has_answer || !met.is_empty();
        for one in others {
            if !(has_answer && one.fault.action.needs_routes()) && one.meets() {
                met.push(one.fault.clone());
            }
        }
        Met::new(met)
    }

    /// A fault has done nothing to the request that it met: it is still to come.
    pub(super) fn take_back(&self, fault: &Arc<Fault>) {
        let mut armed = self.armed();
        if let Some(one) = armed.iter_mut().find(|one| Arc::ptr_eq(&one.fault, fault)) {
            one.met = one.met.saturating_sub(1);
        }
    }

    /// Those that have met fewer requests than they were to, or none.
    pub(crate) fn unmet(&self) -> Vec<Fault> {
        let armed = self.armed();
        let unmet = armed
            .iter()
            .filter(|one| one.met < one.fault.times.unwrap_or(1));
        unmet.map(|one| Fault::clone(&one.fault)).collect()
    }

    fn armed(&self) -> MutexGuard<'_, Vec<Armed>> {
        self.armed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
