//! The token endpoint: an endpoint like any other.

mod request;

use bytes::Bytes;
use eloomi_core::{
    BaseUrl, Endpoint, ErrorKind, Repeat, Reply, RequestError, ResponseError, Route,
};
use eloomi_wire::decode;
use http::{Method, Request};
use secrecy::SecretString;

use crate::{
    AccessToken, AuthorizationCode, ClientCredentials, Grant, Lifetime, RefreshToken, Scope,
    StoreKey, Token, TokenEndpoint, token_response::TokenResponse,
};

/// Exchanges what one has for a token (RFC 6749 §4): client credentials, a password, an
/// authorization code or a refresh token. [`Bearer`](crate::Bearer) sends this by itself.
///
/// | made by | grant | sent again for the next token |
/// |---|---|---|
/// | [`new`](Self::new) | client credentials, §4.4 | yes |
/// | [`password`](Self::password) | a person's password, §4.3 | only with [`keep_password`](Self::keep_password) |
/// | [`authorization_code`](Self::authorization_code) | a code that a browser brought, §4.1 | never |
/// | [`refresh`](Self::refresh) | a refresh token, §6 | never |
/// | [`logged_in`](Self::logged_in) | what a store holds | it has nothing to send |
///
/// Where the server gave a refresh token, the next token comes from that, for the scope that the
/// last one had. What is not sent again is forgotten once the server has answered it.
///
/// How it is written is the [`TokenEndpoint`]'s: by default a form to `/oauth/token`, with the
/// client in the body.
///
/// # Errors
///
/// [`ErrorKind::Unauthorized`] for every refusal in the words of RFC 6749 §5.2, whether it
/// comes as 400 or 401, and whether they stand in `error` or in `message`;
/// [`ErrorKind::Rejected`] for a 400 without such a word; [`ErrorKind::Decode`] for a token that
/// cannot be used; [`ErrorKind::Ambiguous`] for an authorization code whose answer was lost: it is
/// not sent twice.
///
/// # Examples
///
/// ```
/// use eloomi_auth::{ClientCredentials, CreateToken};
/// use eloomi_core::{Error, Session};
///
/// async fn log_in(anonymous: &Session, password: String) -> Result<bool, Error> {
///     let client = ClientCredentials::new("app", "sim-secret").scope("profile:get");
///     let log_in = CreateToken::password(client, "ada@example.com", password);
///     let token = anonymous.send(log_in).await?;
///     Ok(token.refresh_token.is_some())
/// }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until a session sends it"]
pub struct CreateToken {
    client: ClientCredentials,
    with: With,
    endpoint: TokenEndpoint,
    person: Option<String>,
}

/// A second token does no harm, so a lost answer is simply asked for again.
pub(crate) static CREATE_TOKEN: Route = Route::new(
    "createToken",
    Method::POST,
    "/oauth/token",
    Repeat::Idempotent,
);

/// What is exchanged for the token.
#[derive(Clone)]
enum With {
    Client,
    Password {
        name: String,
        password: SecretString,
        is_kept: bool,
    },
    Code(AuthorizationCode),
    Refresh(RefreshToken),
    /// Nothing any more.
    Nothing,
}

impl CreateToken {
    /// Asks for a token for these credentials.
    pub fn new(credentials: ClientCredentials) -> Self {
        Self::with(credentials, With::Client)
    }

    /// Asks for a token for the person with this name and password. The password is forgotten when
    /// the server has answered it.
    pub fn password(
        client: ClientCredentials,
        name: impl Into<String>,
        password: impl Into<SecretString>,
    ) -> Self {
        let name = name.into();
        let grant = With::Password {
            name: name.clone(),
            password: password.into(),
            is_kept: false,
        };
        Self::with(client, grant).person(name)
    }

    /// Asks for a token for the code that a browser brought.
    pub fn authorization_code(client: ClientCredentials, code: AuthorizationCode) -> Self {
        Self::with(client, With::Code(code))
    }

    /// Asks for a token for a refresh token that one has from elsewhere. Name the scope that it is
    /// for with the client: some servers take none to mean all that the client may have.
    pub fn refresh(client: ClientCredentials, refresh_token: RefreshToken) -> Self {
        Self::with(client, With::Refresh(refresh_token))
    }

    /// Has nothing to exchange, and lives by the token and the refresh token that a store holds: for
    /// a program in which somebody has logged in before. Sent by itself it is a
    /// [`RequestError`].
    pub fn logged_in(client: ClientCredentials) -> Self {
        Self::with(client, With::Nothing)
    }

    fn with(client: ClientCredentials, with: With) -> Self {
        Self {
            client,
            with,
            endpoint: TokenEndpoint::DEFAULT,
            person: None,
        }
    }

    /// Asks there, and in that form.
    pub fn at(mut self, endpoint: TokenEndpoint) -> Self {
        self.endpoint = endpoint;
        self
    }

    /// Keeps the password in memory, and sends it again when a token cannot be renewed otherwise.
    /// Without effect on other grants.
    pub fn keep_password(mut self) -> Self {
        if let With::Password { is_kept, .. } = &mut self.with {
            *is_kept = true;
        }
        self
    }

    /// Whose token it is, where one store holds those of several people. Not sent; a password's name
    /// by default.
    pub fn person(mut self, person: impl Into<String>) -> Self {
        self.person = Some(person.into());
        self
    }
}

impl Grant for CreateToken {
    fn renewal(&self, held: &Token) -> Option<Self> {
        let refresh_token = held.refresh_token.clone()?;
        let mut renewal = self.clone();
        renewal.with = With::Refresh(refresh_token);
        if let Some(scope) = &held.scope {
            // Without it, some servers give all that the client may have.
            renewal.client.scope = Some(scope.to_string());
        }
        Some(renewal)
    }

    fn is_spent(&self) -> bool {
        matches!(self.with, With::Nothing)
    }

    fn spend(&mut self) {
        let is_repeatable = match &self.with {
            With::Client => true,
            With::Password { is_kept, .. } => *is_kept,
            With::Code(_) | With::Refresh(_) | With::Nothing => false,
        };
        if !is_repeatable {
            self.with = With::Nothing;
        }
    }

    fn key(&self, base: &BaseUrl) -> Option<StoreKey> {
        let scope = self.client.scope.as_deref().unwrap_or_default();
        let key = StoreKey::new(base, &self.client.client_id, &Scope::new(scope));
        Some(match &self.person {
            Some(person) => key.person(person),
            None => key,
        })
    }
}

impl Endpoint for CreateToken {
    type Output = Token;

    fn route(&self) -> &'static Route {
        self.endpoint.route
    }

    /// A code that comes twice may cost its owner all tokens (RFC 6749 §4.1.2).
    fn repeat(&self) -> Repeat {
        match self.with {
            With::Code(_) => Repeat::Never,
            _ => self.route().repeat(),
        }
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.write()
    }

    fn response(&self, reply: &Reply) -> Result<Token, ResponseError> {
        if let Some(refusal) = self.endpoint.refusal(reply) {
            return Err(refusal);
        }
        let unusable = |detail| ResponseError::new(ErrorKind::Decode).detail(detail);
        let issued: TokenResponse = decode(&reply.body)
            .map_err(|error| unusable(instead_of_a_token(&reply.body)).source(error))?;
        if let Some(token_type) = issued.token_type
            && !token_type.eq_ignore_ascii_case("bearer")
        {
            return Err(unusable("the token is of a type other than Bearer"));
        }
        let access_token = issued
            .access_token
            .and_then(|text| AccessToken::new(String::from(text)))
            .ok_or_else(|| {
                unusable("the token is missing, too long, or holds characters that no token has")
            })?;
        let lifetime = Lifetime::of_expires_in(issued.expires_in.as_ref());
        let mut token = Token::new(access_token, lifetime);
        // One that cannot be sent back is none: the token itself is good all the same.
        token.refresh_token = issued
            .refresh_token
            .and_then(|text| RefreshToken::new(String::from(text)));
        token.scope = issued.scope.as_ref().and_then(Scope::of_answer);
        token.extra = issued.extra;
        Ok(token)
    }
}

/// What came, as far as that helps to find out why; nothing of it is quoted.
fn instead_of_a_token(body: &[u8]) -> &'static str {
    match body.trim_ascii_start().first() {
        // A captive portal, or a gateway that means well (fault F111).
        Some(b'<') => {
            "an HTML page came instead of a token; is something else answering at this address?"
        }
        Some(_) => "this is no token",
        None => "nothing came instead of a token",
    }
}

#[cfg(test)]
mod tests;
