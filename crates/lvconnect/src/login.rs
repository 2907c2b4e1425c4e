//! Whose token the requests carry.

use std::{fmt, sync::Arc};

use eloomi_auth::{Bearer, ClientCredentials, CreateToken, TokenStore};
use eloomi_core::{Authorizer, Clock};

use crate::tokens::{self, TOKENS};

/// Where the token of a [`Client`](crate::Client) comes from: a grant, or anything that puts
/// credentials on requests.
///
/// | grant | good for |
/// |---|---|
/// | [`ClientCredentials`] as they are | `users:get` alone, whatever is asked for; a scope without it comes out empty (measured) |
/// | [`CreateToken::password`] | whoever has no last day, not even one to come (measured) |
/// | [`CreateToken::authorization_code`] | whoever a browser brings |
/// | [`CreateToken::logged_in`] | whom a [store](crate::ClientBuilder::token_store) knows |
///
/// Name the scope: without one a token may do all that the app may, and so may the next one that a
/// refresh brings (measured).
///
/// ```
/// use eloomi_auth::{AccessToken, ClientCredentials, CreateToken, StaticToken};
/// use lvconnect::Login;
///
/// # fn main() -> Result<(), &'static str> {
/// let app = || ClientCredentials::new("app-full", "sim-secret").scope("users:get users:modify");
/// let reader = Login::from(app());
/// let person = Login::from(CreateToken::password(app(), "hugo@example.com", "made-up-password"));
/// let token = AccessToken::new("sim-token").ok_or("no token")?;
/// let fixed = Login::authorizer(StaticToken::new(token));
/// # drop((reader, person, fixed));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Login(Source);

#[derive(Clone)]
enum Source {
    Grant(Box<CreateToken>, Option<Arc<dyn TokenStore>>),
    Authorizer(Arc<dyn Authorizer>),
}

impl Login {
    /// From anything that puts credentials on requests.
    pub fn authorizer(authorizer: impl Authorizer + 'static) -> Self {
        Self(Source::Authorizer(Arc::new(authorizer)))
    }

    /// Keeps tokens there, if it is a grant.
    pub(crate) fn store(mut self, store: Arc<dyn TokenStore>) -> Self {
        if let Source::Grant(_, place) = &mut self.0 {
            *place = Some(store);
        }
        self
    }

    pub(crate) fn with(self, clock: Arc<dyn Clock>) -> Arc<dyn Authorizer> {
        match self.0 {
            Source::Authorizer(authorizer) => authorizer,
            Source::Grant(grant, store) => {
                let bearer = Bearer::new(grant.at(TOKENS), clock).judge(tokens::judge);
                match store {
                    Some(store) => Arc::new(bearer.store(store)),
                    None => Arc::new(bearer),
                }
            }
        }
    }
}

impl From<CreateToken> for Login {
    fn from(grant: CreateToken) -> Self {
        Self(Source::Grant(Box::new(grant), None))
    }
}

impl From<ClientCredentials> for Login {
    fn from(credentials: ClientCredentials) -> Self {
        CreateToken::new(credentials).into()
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = match &self.0 {
            Source::Grant(..) => "grant",
            Source::Authorizer(_) => "authorizer",
        };
        f.debug_tuple("Login").field(&source).finish()
    }
}
