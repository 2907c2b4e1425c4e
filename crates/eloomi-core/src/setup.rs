//! What a client is set up with, whatever its service.

use std::{fmt, sync::Arc};

use http::HeaderValue;
use tracing::level_filters::LevelFilter;

use crate::{
    Authorizer, BaseUrl, Budget, CallOptions, Clock, Session, SetupError, SharedBudget,
    SystemClock, Transport,
};

/// What the builder of a client collects, until a [`Session`] is made of it: all that has nothing
/// to do with its service. [`setup_setters!`](crate::setup_setters!) writes the setters.
///
/// # Examples
///
/// ```
/// use eloomi_core::{Session, Setup, SetupError, Transport};
///
/// fn session(transport: impl Transport + 'static) -> Result<Session, SetupError> {
///     let mut setup = Setup::new(transport, "nightly-sync/1.0");
///     setup.retry_quota = Some(0);
///     setup.session("https://api.example.com".parse()?, |_clock| None)
/// }
/// ```
#[non_exhaustive]
#[must_use = "a setup does nothing until a session is made of it"]
pub struct Setup {
    /// What carries the requests.
    pub transport: Arc<dyn Transport>,
    /// How many requests may leave; as many as like, if none.
    pub budget: Option<Budget>,
    /// With whom the budget is shared; with nobody, if none.
    pub shared_budget: Option<SharedBudget>,
    /// See [`SessionBuilder::retry_quota`](crate::SessionBuilder::retry_quota).
    pub retry_quota: Option<u32>,
    /// See [`SessionBuilder::stack_logs`](crate::SessionBuilder::stack_logs).
    pub stack_logs: LevelFilter,
    /// The machine's, if none.
    pub clock: Option<Arc<dyn Clock>>,
    /// The program's name, as `name/version`.
    pub user_agent: String,
    /// The defaults of every call.
    pub options: CallOptions,
}

impl Setup {
    /// The defaults of a [`SessionBuilder`](crate::SessionBuilder), over `transport`.
    pub fn new(transport: impl Transport + 'static, user_agent: impl Into<String>) -> Self {
        Self {
            transport: Arc::new(transport),
            budget: None,
            shared_budget: None,
            retry_quota: None,
            stack_logs: LevelFilter::WARN,
            clock: None,
            user_agent: user_agent.into(),
            options: CallOptions::new(),
        }
    }

    /// The session with the service at `base`. Its credentials are made last, with the clock that
    /// the session has.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the user agent cannot stand in a header.
    pub fn session(
        self,
        base: BaseUrl,
        authorizer: impl FnOnce(Arc<dyn Clock>) -> Option<Arc<dyn Authorizer>>,
    ) -> Result<Session, SetupError> {
        let user_agent = HeaderValue::from_str(&self.user_agent).map_err(|_| {
            SetupError::new("the user agent holds characters that no header may hold")
        })?;
        let clock = self.clock.unwrap_or_else(|| Arc::new(SystemClock::new()));
        let mut session = Session::builder(base, self.transport)
            .clock(Arc::clone(&clock))
            .user_agent(user_agent)
            .stack_logs(self.stack_logs)
            .options(self.options);
        if let Some(authorizer) = authorizer(clock) {
            session = session.authorizer(authorizer);
        }
        if let Some(tokens) = self.retry_quota {
            session = session.retry_quota(tokens);
        }
        if let Some(budget) = self.budget {
            session = session.budget(budget);
        }
        if let Some(shared) = self.shared_budget {
            session = session.share_budget(shared);
        }
        Ok(session.build())
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup")
            .field("budget", &self.budget)
            .field("shared_budget", &self.shared_budget)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// Writes the setters of a builder that has a [`Setup`] in a field named `setup`: those whose
/// meaning is the same for every service. Budgets are not among them.
///
/// ```
/// use eloomi_core::{Setup, setup_setters};
///
/// /// Sets up a client of the ships' register.
/// pub struct RegisterBuilder {
///     setup: Setup,
/// }
///
/// setup_setters!(RegisterBuilder);
///
/// fn named(builder: RegisterBuilder) -> RegisterBuilder {
///     builder.user_agent("harbour/1.0").retry_quota(0)
/// }
/// ```
#[macro_export]
macro_rules! setup_setters {
    ($builder:ty) => {
        impl $builder {
            /// How much all calls of the client, token requests included, may repeat together; see
            /// [`SessionBuilder::retry_quota`](eloomi_core::SessionBuilder::retry_quota). 500 tokens by
            /// default, a hundred repetitions in a row; zero for none.
            pub fn retry_quota(mut self, tokens: u32) -> Self {
                self.setup.retry_quota = Some(tokens);
                self
            }

            /// The least important level at which the HTTP stack below may write to the log; see
            /// [`SessionBuilder::stack_logs`](eloomi_core::SessionBuilder::stack_logs).
            /// [`LevelFilter::WARN`](eloomi_core::LevelFilter::WARN) by default.
            pub fn stack_logs(mut self, most: $crate::LevelFilter) -> Self {
                self.setup.stack_logs = most;
                self
            }

            /// Asks another clock; the machine's by default.
            pub fn clock(mut self, clock: ::std::sync::Arc<dyn $crate::Clock>) -> Self {
                self.setup.clock = Some(clock);
                self
            }

            /// Names the program to the service, as `name/version`.
            pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
                self.setup.user_agent = user_agent.into();
                self
            }

            /// Changes the defaults of [`CallOptions`](eloomi_core::CallOptions) for every call.
            pub fn options(mut self, options: $crate::CallOptions) -> Self {
                self.setup.options = options;
                self
            }
        }
    };
}
