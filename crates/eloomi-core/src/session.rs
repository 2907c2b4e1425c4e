//! What everything is sent through.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use http::{HeaderValue, Request};

use tracing::level_filters::LevelFilter;

use crate::{
    Answer, Authorizer, BaseUrl, Budget, CallOptions, Clock, Endpoint, Error, Items, List,
    SharedBudget, Stats, SystemClock, Transport,
    attempts::Attempts,
    limit::{Limiter, Machine},
    retry::Quota,
    tally::Tally,
};

/// One service, one transport, one way of asking.
///
/// Clones are cheap and share connections and credentials. Building one needs no runtime
/// and spawns nothing; every request is driven by whoever awaits it.
///
/// # Examples
///
/// ```
/// use eloomi_core::{BaseUrl, Error, Endpoint, Session, Transport};
///
/// fn session(transport: impl Transport + 'static) -> Result<Session, eloomi_core::BaseUrlError> {
///     let base: BaseUrl = "https://api.example.com".parse()?;
///     Ok(Session::builder(base, transport).build())
/// }
///
/// async fn ask<E: Endpoint>(session: &Session, endpoint: &E) -> Result<E::Output, Error> {
///     session.send(endpoint).await
/// }
/// ```
#[derive(Clone)]
pub struct Session {
    pub(crate) shared: Arc<Shared>,
    pub(crate) authorizer: Option<Arc<dyn Authorizer>>,
    pub(crate) options: Arc<CallOptions>,
}

/// What all clones and views of a session have in common.
pub(crate) struct Shared {
    pub(crate) base: BaseUrl,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) user_agent: HeaderValue,
    pub(crate) limiter: Option<Arc<Limiter>>,
    pub(crate) quota: Quota,
    pub(crate) tally: Tally,
    /// The least important level at which the stack may write to the log.
    pub(crate) stack_logs: LevelFilter,
    /// The options that the session was built with, for token requests.
    options: Arc<CallOptions>,
}

impl Session {
    /// A session with the service at `base`, over `transport`.
    pub fn builder(base: BaseUrl, transport: impl Transport + 'static) -> SessionBuilder {
        SessionBuilder {
            base,
            transport: Arc::new(transport),
            clock: None,
            authorizer: None,
            budget: None,
            shared_budget: None,
            retry_quota: Quota::DEFAULT,
            stack_logs: LevelFilter::WARN,
            user_agent: HeaderValue::from_static(concat!(
                "eloomi-core/",
                env!("CARGO_PKG_VERSION")
            )),
            options: CallOptions::new(),
        }
    }

    /// Sends a request and returns its value.
    ///
    /// # Errors
    ///
    /// [`Error`]; its [`kind`](Error::kind) says which of the steps of the pipeline failed.
    pub async fn send<E: Endpoint>(&self, endpoint: E) -> Result<E::Output, Error> {
        self.call(endpoint).await.map(Answer::into_value)
    }

    /// Sends a request and returns its value with status, headers and limit state.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn call<E: Endpoint>(&self, endpoint: E) -> Result<Answer<E::Output>, Error> {
        let request = build_request(&endpoint)?;
        let mut attempts = Attempts::new(self.clone(), endpoint.route(), endpoint.repeat());
        // The judge is the only part of the pipeline that knows the type of the value, so
        // the pipeline itself is compiled once for all endpoints.
        let mut value = None;
        let mut judge = |reply: &_| {
            value = Some(endpoint.response(reply)?);
            Ok(())
        };
        // One allocation, so that the futures of callers stay small.
        let reply = Box::pin(attempts.exchange(&request, &mut judge)).await?;
        match value {
            Some(value) => Ok(Answer::new(value, reply.status, reply.headers)),
            None => unreachable!("`exchange` succeeds only after the judge did"),
        }
    }

    /// The items of a list, one by one, page after page, as they arrive.
    ///
    /// Asks for nothing before the first item is waited for. Owns what it needs.
    pub fn stream<L: List>(&self, list: L) -> Items<L> {
        Items::new(self.clone(), list)
    }

    /// The same session with other options; connections, clock and credentials are shared.
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        Self {
            options: Arc::new(self.options.overlaid(options)),
            ..self.clone()
        }
    }

    /// What became of the session's requests so far, those of its clones and views included.
    pub fn stats(&self) -> Stats {
        Stats {
            limit: self.shared.limiter.as_ref().map(|limiter| limiter.stats()),
            retry_quota: self.shared.quota.left(),
            ..self.shared.tally.stats()
        }
    }

    /// The service's base URL.
    pub fn base_url(&self) -> &BaseUrl {
        &self.shared.base
    }

    /// This session without credentials, for whoever gets them. Its options are those that
    /// the session was built with: a token request serves many callers, not one.
    pub(crate) fn anonymous(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            authorizer: None,
            options: Arc::clone(&self.shared.options),
        }
    }
}

/// The endpoint's request, or the error that says why there is none.
pub(crate) fn build_request<E: Endpoint>(endpoint: &E) -> Result<Request<Bytes>, Error> {
    endpoint
        .request()
        .map_err(|error| Error::of_request(endpoint.route(), endpoint.repeat(), &error))
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("base_url", &self.shared.base)
            .field("authorized", &self.authorizer.is_some())
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// Sets up a [`Session`].
#[must_use = "a builder does nothing until `build`"]
pub struct SessionBuilder {
    base: BaseUrl,
    transport: Arc<dyn Transport>,
    clock: Option<Arc<dyn Clock>>,
    authorizer: Option<Arc<dyn Authorizer>>,
    budget: Option<Budget>,
    shared_budget: Option<SharedBudget>,
    retry_quota: u32,
    stack_logs: LevelFilter,
    user_agent: HeaderValue,
    options: CallOptions,
}

impl SessionBuilder {
    /// Puts credentials on every request; none by default.
    pub fn authorizer(mut self, authorizer: Arc<dyn Authorizer>) -> Self {
        self.authorizer = Some(authorizer);
        self
    }

    /// Never sends more requests in any window than the service allows; no limit by default.
    /// All clones and views of the session share the budget, token requests included.
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = Some(budget);
        self
    }

    /// Spends the budget together with other processes of this host; alone by default, and
    /// without effect on a session without a [budget](Self::budget). Never fails: a process that
    /// cannot share keeps to its part, see [`SharedBudget`].
    pub fn share_budget(mut self, shared: SharedBudget) -> Self {
        self.shared_budget = Some(shared);
        self
    }

    /// How much all calls of the session together may repeat; 500 tokens by default. A repetition
    /// costs 5 after a refusal and 10 after a loss or a timeout; a success gives back what its last
    /// repetition cost, or 1. Without enough left, a call fails with what its last attempt brought:
    /// while a service is down it is not asked three times as often. Zero switches repetitions off,
    /// but for those after a 429 or a 401.
    pub fn retry_quota(mut self, tokens: u32) -> Self {
        self.retry_quota = tokens;
        self
    }

    /// What the HTTP stack below may write to the log: nothing less important than this level,
    /// [`WARN`](LevelFilter::WARN) by default. At finer levels stacks log what goes over the wire,
    /// headers too. It holds until the head of the answer is here, and for the connections
    /// of `eloomi-hyper`; a stack whose connections live on tasks of its own needs a filter in the
    /// application's subscriber.
    pub fn stack_logs(mut self, most: LevelFilter) -> Self {
        self.stack_logs = most;
        self
    }

    /// Asks another clock; the machine's by default.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = Some(clock);
        self
    }

    /// Names the program to the service (RFC 9110 §10.1.5).
    pub fn user_agent(mut self, user_agent: HeaderValue) -> Self {
        self.user_agent = user_agent;
        self
    }

    /// Changes the defaults of [`CallOptions`] for every call.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// The session. Does no I/O.
    pub fn build(self) -> Session {
        let clock = self.clock.unwrap_or_else(|| Arc::new(SystemClock::new()));
        let shared = self.shared_budget;
        let machine = |budget: Budget| match &shared {
            // Slots without a window are free at once, and a file cannot tell that soon enough.
            Some(shared) if !budget.window.is_zero() => {
                Machine::sharing(budget, shared.slots(&self.base, budget), shared.processes)
            }
            _ => Machine::new(budget),
        };
        let limiter = |budget| Arc::new(Limiter::new(machine(budget), Arc::clone(&clock)));
        let limiter = self.budget.map(limiter);
        let for_tokens = self.options.for_tokens();
        Session {
            shared: Arc::new(Shared {
                base: self.base,
                transport: self.transport,
                limiter,
                quota: Quota::new(self.retry_quota),
                tally: Tally::default(),
                stack_logs: self.stack_logs,
                clock,
                user_agent: self.user_agent,
                options: Arc::new(for_tokens),
            }),
            authorizer: self.authorizer,
            options: Arc::new(self.options),
        }
    }
}

impl fmt::Debug for SessionBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionBuilder")
            .field("base", &self.base)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// Sessions, and errors, may be shared and sent anywhere.
const _: fn() = || {
    fn anywhere<T: Send + Sync + Clone + 'static>() {}
    anywhere::<Session>();
    anywhere::<Error>();
};
