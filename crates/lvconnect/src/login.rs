//! Whose token the requests carry.

use std::{fmt, sync::Arc};

use eloomi_auth::{Bearer, ClientCredentials, CreateToken};
use eloomi_core::{Authorizer, Clock};

/// Where the token of a [`Client`](crate::Client) comes from.
#[derive(Clone)]
pub struct Login(Source);

#[derive(Clone)]
enum Source {
    Client(ClientCredentials),
    Authorizer(Arc<dyn Authorizer>),
}

impl Login {
    /// From anything that puts credentials on requests.
    pub fn authorizer(authorizer: impl Authorizer + 'static) -> Self {
        Self(Source::Authorizer(Arc::new(authorizer)))
    }

    pub(crate) fn with(self, clock: Arc<dyn Clock>) -> Arc<dyn Authorizer> {
        match self.0 {
            Source::Client(credentials) => {
                Arc::new(Bearer::new(CreateToken::new(credentials), clock))
            }
            Source::Authorizer(authorizer) => authorizer,
        }
    }
}

impl From<ClientCredentials> for Login {
    fn from(credentials: ClientCredentials) -> Self {
        Self(Source::Client(credentials))
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login").finish_non_exhaustive()
    }
}
