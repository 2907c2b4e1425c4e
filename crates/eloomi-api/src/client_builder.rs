//! Setting up a client.

use std::{fmt, sync::Arc, time::Duration};

use eloomi_auth::{Bearer, ClientCredentials, CreateToken, TokenStore};
use eloomi_core::{BaseUrl, Budget, Setup, Transport, setup_setters};
use http::{HeaderName, HeaderValue};

use crate::{Client, SetupError};

/// The client id, again, on every call (documented).
const CLIENT_ID: HeaderName = HeaderName::from_static("clientid");

/// What the service allows in any window (documented).
const REQUESTS: u32 = 600;
const WINDOW: Duration = Duration::from_secs(60);

/// The only scope that is documented. Three of the four programs seen leave it out, so it is
/// harmless either way.
const SCOPE: &str = "*";

/// Sets up a [`Client`].
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, SetupError};
/// use eloomi_auth::ClientCredentials;
/// use eloomi_core::Transport;
///
/// fn client(transport: impl Transport + 'static) -> Result<Client, SetupError> {
///     Client::builder(ClientCredentials::new(200, "sim-secret"), transport)
///         .base_url("http://127.0.0.1:8080")
///         .user_agent("nightly-sync/1.0")
///         .build()
/// }
/// ```
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    credentials: ClientCredentials,
    base_url: String,
    token_store: Option<Arc<dyn TokenStore>>,
    setup: Setup,
}

impl ClientBuilder {
    pub(crate) fn new(credentials: ClientCredentials, transport: impl Transport + 'static) -> Self {
        let user_agent = concat!("eloomi-rs/", env!("CARGO_PKG_VERSION"));
        let mut setup = Setup::new(transport, user_agent);
        setup.budget = Some(Budget::new(REQUESTS, WINDOW));
        Self {
            credentials,
            base_url: Client::BASE_URL.into(),
            token_store: None,
            setup,
        }
    }

    /// Talks to another server than `https://api.eloomi.com`: the simulator, say. Without
    /// `/v3`, which is part of the paths.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// Keeps to no limit, for a server that has none: a simulator, or a proxy that keeps it. As
    /// many requests are under way at once as are asked for, too.
    pub fn unlimited(mut self) -> Self {
        self.setup.budget = None;
        self
    }

    /// Keeps the token in this store and takes it from there, so that programs which share the
    /// store share the token; in no store by default. A stored token is used for 24 hours at most:
    /// eloomi's own are good for a year (documented). See [`Bearer::store`].
    ///
    /// ```
    /// use std::sync::Arc;
    /// use eloomi_api::{Client, SetupError};
    /// use eloomi_auth::{ClientCredentials, MemoryTokenStore};
    /// use eloomi_core::Transport;
    ///
    /// fn client(transport: impl Transport + 'static) -> Result<Client, SetupError> {
    ///     Client::builder(ClientCredentials::new(200, "sim-secret"), transport)
    ///         .token_store(Arc::new(MemoryTokenStore::new()))
    ///         .build()
    /// }
    /// ```
    pub fn token_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.token_store = Some(store);
        self
    }

    /// The client. Does no I/O.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the base URL is none, or is not that of the People API, or if the
    /// client id or user agent cannot stand in a header.
    pub fn build(self) -> Result<Client, SetupError> {
        let base = people_api(&self.base_url)?;
        let client_id = HeaderValue::from_str(self.credentials.client_id()).map_err(|_| {
            SetupError::new("the client id holds characters that no header may hold")
        })?;
        let mut setup = self.setup;
        // Counted by client id, as far as anybody knows (inferred).
        setup.shared_budget = setup
            .shared_budget
            .map(|shared| shared.or_account(self.credentials.client_id()));
        let grant = CreateToken::new(self.credentials.or_scope(SCOPE));
        let store = self.token_store;
        let session = setup.session(base, |clock| {
            let bearer = Bearer::new(grant, clock).beside(CLIENT_ID, client_id);
            Some(Arc::new(match store {
                Some(store) => bearer.store(store),
                None => bearer,
            }))
        })?;
        Ok(Client::over(session))
    }
}

setup_setters! { ClientBuilder;
    /// Spends another budget than eloomi's 600 requests in any 60 s (documented): less, where
    /// another program spends from the same, or with another margin or burst. All clones of
    /// the client share it.
    budget;

    /// Spends the budget together with all other processes of this host that name the same
    /// directory, base URL and client id; alone by default. Never fails: a process that cannot
    /// share keeps to its part, and [`LimitStats::sharing`](eloomi_core::LimitStats::sharing) says
    /// so. Without effect together with [`unlimited`](Self::unlimited).
    ///
    /// ```
    /// use eloomi_api::{Client, SetupError};
    /// use eloomi_auth::ClientCredentials;
    /// use eloomi_core::{SharedBudget, Transport};
    ///
    /// fn client(transport: impl Transport + 'static) -> Result<Client, SetupError> {
    ///     Client::builder(ClientCredentials::new(200, "sim-secret"), transport)
    ///         .share_budget(SharedBudget::new("/var/lib/nightly/limit").processes(3))
    ///         .build()
    /// }
    /// ```
    share_budget;
}

/// The base URL of the People API, with a word for the two mistakes that are easily made.
fn people_api(text: &str) -> Result<BaseUrl, SetupError> {
    let base: BaseUrl = text.parse()?;
    if base.host() == "api.eloomi.io" || base.host().ends_with(".eloomi.io") {
        return Err(SetupError::new(
            "this host serves eloomi Infinite, another product with another API; \
             this client speaks to eloomi People, at https://api.eloomi.com",
        ));
    }
    if base.path().ends_with("/v3") {
        return Err(SetupError::new(
            "the base URL ends in /v3, which is part of the paths: leave it off",
        ));
    }
    Ok(base)
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("setup", &self.setup)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(url: &str) -> String {
        people_api(url).unwrap_err().to_string()
    }

    #[test]
    fn the_other_product_is_refused_by_name() {
        assert!(refusal("https://api.eloomi.io/public/v1").contains("Infinite"));
    }

    #[test]
    fn a_base_url_with_the_version_is_refused() {
        assert!(refusal("https://api.eloomi.com/v3/").contains("/v3"));
        assert!(people_api(Client::BASE_URL).is_ok());
    }
}
