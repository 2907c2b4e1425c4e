//! Setting up a client.

use std::{fmt, sync::Arc};

use eloomi_auth::TokenStore;
use eloomi_core::{BaseUrl, Budget, Setup, SetupError, Transport, setup_setters};

use crate::{Client, Login};

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

    /// Keeps the token in this store and takes it from there, so that programs which share the
    /// store share the token; in no store by default. Without effect on a [`Login`] that is no grant.
    pub fn token_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.login = self.login.store(store);
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
        let session = self.setup.session(base, |clock| Some(login.with(clock)))?;
        Ok(Client::over(session))
    }
}

setup_setters! { ClientBuilder;
    /// Spends a budget, where a proxy or an agreement has one: the service itself counts nothing.
    budget;

    /// Spends the [budget](Self::budget) together with other processes of this host; alone by default,
    /// and without effect where none is set. See [`SharedBudget`](eloomi_core::SharedBudget).
    share_budget;
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("login", &self.login)
            .field("setup", &self.setup)
            .finish_non_exhaustive()
    }
}
