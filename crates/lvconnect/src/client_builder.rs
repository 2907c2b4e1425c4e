//! Setting up a client.

use std::{fmt, sync::Arc};

use eloomi_core::{BaseUrl, Budget, Setup, SetupError, SharedBudget, Transport, setup_setters};

use crate::{Client, Login, authorizer::RenewsWhereItHelps};

/// How many requests may be under way at once: as many as for a service with a limit.
const AT_ONCE: u32 = 40;

/// Sets up a [`Client`].
///
/// # Examples
///
/// ```
/// use eloomi_auth::ClientCredentials;
/// use eloomi_core::{SetupError, Transport};
/// use lvconnect::Client;
///
/// fn client(transport: impl Transport + 'static) -> Result<Client, SetupError> {
///     let login = ClientCredentials::new("app-reader", "sim-secret");
///     Client::builder("https://staff.example.com", login, transport)
///         .user_agent("nightly-sync/1.0")
///         .build()
/// }
/// ```
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base_url: String,
    login: Login,
    setup: Setup,
}

impl ClientBuilder {
    pub(crate) fn new(base_url: String, login: Login, transport: impl Transport + 'static) -> Self {
        let mut setup = Setup::new(
            transport,
            concat!("lvconnect-rs/", env!("CARGO_PKG_VERSION")),
        );
        setup.budget = Some(Budget::at_once(AT_ONCE));
        Self {
            base_url,
            login,
            setup,
        }
    }

    /// How many requests may wait for their answers at once; 40 by default. On HTTP/1.1, which is
    /// all that the service speaks (measured), each has a connection of its own.
    pub fn at_once(self, requests: u32) -> Self {
        self.budget(Budget::at_once(requests))
    }

    /// Spends a budget, where a proxy or an agreement has one: the service itself counts nothing.
    pub fn budget(mut self, budget: Budget) -> Self {
        self.setup.budget = Some(budget);
        self
    }

    /// Spends a [budget](Self::budget) of requests in a window together with other processes of this
    /// host; alone by default. See [`SharedBudget`].
    pub fn share_budget(mut self, shared: SharedBudget) -> Self {
        self.setup.shared_budget = Some(shared);
        self
    }

    /// The client. Does no I/O.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the base URL is none, or ends in `/users`, which is part of the paths; or
    /// if the user agent cannot stand in a header.
    pub fn build(self) -> Result<Client, SetupError> {
        let base: BaseUrl = self.base_url.parse()?;
        if base.path().ends_with("/users") {
            return Err(SetupError::new(
                "the base URL ends in /users, which is part of the paths: leave it off",
            ));
        }
        let login = self.login;
        let session = self.setup.session(base, |clock| {
            Some(Arc::new(RenewsWhereItHelps(login.with(clock))))
        })?;
        Ok(Client::over(session))
    }
}

setup_setters!(ClientBuilder);

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("login", &self.login)
            .field("setup", &self.setup)
            .finish_non_exhaustive()
    }
}
