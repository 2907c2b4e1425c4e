//! How a service wants to be asked for tokens.

use std::fmt;

use eloomi_core::Route;

use crate::{OAuthErrorCode, create_token::CREATE_TOKEN};

/// Where a service gives tokens, and how it wants to be asked: a value that the crate of a
/// service chooses. All that RFC 6749 leaves open, and what services do beside it.
///
/// By default a form, with the scope as text and the client in the body: what RFC 6749 has, less
/// Basic, which [`basic`](Self::basic) switches on.
///
/// # Examples
///
/// ```
/// use eloomi_auth::{ClientCredentials, CreateToken, TokenEndpoint};
/// use eloomi_core::{Endpoint, Repeat, Route};
/// use http::Method;
///
/// static LOG_IN: Route = Route::new("logIn", Method::POST, "/oauth/token", Repeat::Idempotent);
/// static TOKENS: TokenEndpoint = TokenEndpoint::new(&LOG_IN).json().scope_as_list().basic();
///
/// # fn main() -> Result<(), eloomi_core::RequestError> {
/// let client = ClientCredentials::new("app", "sim-secret").scope("users:get");
/// let request = CreateToken::new(client).at(TOKENS).request()?;
/// assert_eq!(request.body(), r#"{"grant_type":"client_credentials","scope":["users:get"]}"#);
/// assert!(request.headers()["authorization"].is_sensitive());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy)]
#[must_use = "it does nothing until a request is sent there"]
pub struct TokenEndpoint {
    pub(crate) route: &'static Route,
    pub(crate) body: BodyForm,
    pub(crate) scope: ScopeForm,
    pub(crate) client: ClientForm,
    pub(crate) read_code: fn(&str) -> Option<OAuthErrorCode>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyForm {
    Form,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScopeForm {
    Text,
    List,
}

/// Where a client says who it is (RFC 6749 §2.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClientForm {
    Body,
    Basic,
    BasicUnencoded,
}

impl TokenEndpoint {
    /// `POST /oauth/token`, by RFC 6749.
    pub const DEFAULT: Self = Self::new(&CREATE_TOKEN);

    /// This route, by RFC 6749.
    pub const fn new(route: &'static Route) -> Self {
        Self {
            route,
            body: BodyForm::Form,
            scope: ScopeForm::Text,
            client: ClientForm::Body,
            read_code: no_code,
        }
    }

    /// Sends JSON in place of a form.
    pub const fn json(mut self) -> Self {
        self.body = BodyForm::Json;
        self
    }

    /// Sends the scope as a list: an array, or in a form a parameter that is repeated.
    pub const fn scope_as_list(mut self) -> Self {
        self.scope = ScopeForm::List;
        self
    }

    /// Names the client by Basic, id and secret form-encoded first (RFC 6749 §2.3.1).
    pub const fn basic(mut self) -> Self {
        self.client = ClientForm::Basic;
        self
    }

    /// Names the client by Basic, id and secret as they are: for servers that do not decode them
    /// (RFC 7617 §2).
    pub const fn basic_unencoded(mut self) -> Self {
        self.client = ClientForm::BasicUnencoded;
        self
    }

    /// Reads the service's own words for what RFC 6749 §5.2 has a code for. Asked for a word that is
    /// none of those codes, in `error` or else in `message`.
    pub const fn read_codes(mut self, read: fn(&str) -> Option<OAuthErrorCode>) -> Self {
        self.read_code = read;
        self
    }
}

fn no_code(_word: &str) -> Option<OAuthErrorCode> {
    None
}

impl fmt::Debug for TokenEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenEndpoint")
            .field("route", &self.route)
            .field("body", &self.body)
            .field("scope", &self.scope)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
