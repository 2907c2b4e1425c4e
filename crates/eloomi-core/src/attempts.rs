//! The attempts of one call: when there is another, and what they have in common.

use std::{sync::Arc, time::Duration};

use crate::{
    Error, Phase, Repeat, Route, Session, call::Call, deadline::Deadline, jitter, retry::Cost,
    spans::CallSpan,
};

/// The shortest wait after a 429 on a session without a budget: `Retry-After: 0` comes from
/// rounding down.
const SHORTEST_STOP: Duration = Duration::from_secs(1);

/// And up to so much more, as the limiter has it.
const JITTER: Duration = Duration::from_secs(1);

/// One call on its way: how often it was sent, what time it has left, and what the attempts so far
/// have told. `pipeline.rs` has the way itself.
pub(crate) struct Attempts {
    pub(crate) session: Session,
    pub(crate) call: Call,
    pub(crate) deadline: Deadline,
    pub(crate) span: CallSpan,
    /// How long it has waited for slots.
    pub(crate) queued: Duration,
    /// Whether the credential was renewed after a 401: once is enough.
    pub(crate) renewed: bool,
    /// Whether an earlier attempt may have been carried out.
    pub(crate) repeated: bool,
    /// What the last repetition has cost.
    paid: Option<Cost>,
    /// How many repetitions there were that were waited for.
    rests: u32,
    /// Why the last attempt failed, until there is another.
    pub(crate) last: Option<Error>,
}

impl Attempts {
    /// Before the first one.
    pub(crate) fn new(session: Session, route: &'static Route, repeat: Repeat) -> Self {
        let repeat = session.options.repeat_or(repeat);
        let clock = Arc::clone(&session.shared.clock);
        session.shared.tally.call();
        Self {
            call: Call {
                route,
                repeat,
                clock: Arc::clone(&clock),
                attempts: 0,
                phase: Phase::NotSent,
                status: None,
            },
            deadline: Deadline::new(clock, session.options.allowances()),
            span: CallSpan::new(route),
            queued: Duration::ZERO,
            renewed: false,
            repeated: false,
            paid: None,
            rests: 0,
            last: None,
            session,
        }
    }

    /// Waits until it is time for another attempt.
    ///
    /// # Errors
    ///
    /// The error itself, if there is none: it would not help or might do harm, there were enough,
    /// the wait would be too long, or all calls together have repeated too much. It is the last
    /// real one, never a word about attempts.
    pub(crate) async fn again(&mut self, error: Error) -> Result<(), Error> {
        let wait = match self.wait_after(&error) {
            Ok(wait) => wait,
            Err(asked) => return Err(self.failed(error, asked)),
        };
        self.span.again(self.call.attempts, error.kind(), wait);
        self.rests += 1;
        self.repeated |= error.may_have_done_it();
        if self.deadline.rest(wait).await.is_err() {
            return Err(self.failed(error, None));
        }
        self.last = Some(error);
        Ok(())
    }

    /// How long to wait before another attempt; if there is none, how long somebody else might.
    fn wait_after(&mut self, error: &Error) -> Result<Duration, Option<Duration>> {
        let session = &self.session;
        let options = &session.options;
        let made = self.call.attempts - u32::from(self.renewed);
        if !error.is_retryable() || made >= options.attempts_or_default() {
            return Err(None);
        }
        let longest = options.max_retry_after_or_default();
        if error.is_rate_limited() {
            return self.wait_after_429(error, longest);
        }
        let asked = error.retry_after().unwrap_or_default();
        if asked > longest {
            return Err(None);
        }
        let backoff = options.backoff_or_default().bound(self.rests);
        let wait = self.if_in_time(asked.max(jitter::below(backoff)))?;
        let cost = error.cost();
        if !self.session.shared.quota.take(cost) {
            return Err(None);
        }
        self.paid = Some(cost);
        Ok(wait)
    }

    /// How long to wait after a 429. The jitter on top is not held against what may be asked for.
    fn wait_after_429(
        &self,
        error: &Error,
        longest: Duration,
    ) -> Result<Duration, Option<Duration>> {
        let limiter = self.session.shared.limiter.as_ref();
        let stop = limiter.map(|limiter| limiter.stats().stopped_for);
        let named = error.retry_after();
        let asked = named
            .or_else(|| stop?.checked_sub(JITTER))
            .map_or(SHORTEST_STOP, |wait| wait.max(SHORTEST_STOP));
        if asked > longest {
            return Err(Some(stop.unwrap_or(asked)));
        }
        match stop {
            // The limiter has stopped everybody: the next slot is waited for, and no longer.
            Some(stop) if !stop.is_zero() => Ok(Duration::ZERO),
            // There is none, or it has not seen a 429 that an envelope alone names.
            _ => self.if_in_time(asked + jitter::below(JITTER)),
        }
    }

    /// The wait, if the call has the time for it.
    fn if_in_time(&self, wait: Duration) -> Result<Duration, Option<Duration>> {
        if wait < self.deadline.left() {
            Ok(wait)
        } else {
            Err(None)
        }
    }

    /// The call is at its end, with a value.
    pub(crate) fn succeeded(&mut self) {
        self.session.shared.quota.succeeded(self.paid);
        self.span.succeeded(self.call.attempts);
    }

    /// The call is at its end, with an error.
    pub(crate) fn failed(&self, error: Error, retry_after: Option<Duration>) -> Error {
        self.session.shared.tally.failed(&error);
        self.span.failed(&error);
        match retry_after {
            Some(wait) => error.or_retry_after(wait),
            None => error,
        }
    }
}
