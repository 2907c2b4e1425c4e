//! How the directory wants to be asked for tokens, and what it says of those it does not like.

use eloomi_auth::{OAuthErrorCode, TokenEndpoint};
use eloomi_core::{Refusal, Repeat, Reply, Route};
use eloomi_wire::decode;
use http::Method;

use crate::{Reason, judge};

/// A second token does no harm (measured), so a lost answer is simply asked for again.
static CREATE_TOKEN: Route = Route::new(
    "createToken",
    Method::POST,
    "/oauth/token",
    Repeat::Idempotent,
);

/// The token endpoint of the directory: JSON, the scope as a list, the client by Basic and not
/// encoded (measured). Its answers are 201, with the scope as a list.
///
/// A [`Client`](crate::Client) asks there by itself. For a grant that is sent by hand:
///
/// ```
/// use eloomi_auth::{ClientCredentials, CreateToken, Token};
/// use eloomi_core::{Error, Session};
///
/// async fn log_in(anonymous: &Session, password: String) -> Result<Token, Error> {
///     let app = ClientCredentials::new("app-full", "sim-secret").scope("users:get profile:get");
///     let log_in = CreateToken::password(app, "tess@example.com", password);
///     anonymous.send(log_in.at(lvconnect::TOKENS)).await
/// }
/// ```
pub const TOKENS: TokenEndpoint = TokenEndpoint::new(&CREATE_TOKEN)
    .json()
    .scope_as_list()
    .basic_unencoded()
    .read_codes(code);

/// The service's own words beside those of RFC 6749 (measured).
fn code(word: &str) -> Option<OAuthErrorCode> {
    Some(match word {
        // Of a client whose id and secret stand in the body.
        "invalid_credentials" => OAuthErrorCode::InvalidClient,
        "missing_credentials" => OAuthErrorCode::InvalidRequest,
        _ => return None,
    })
}

/// Which refusals of a token a fresh one cannot help: its person has left or is not hired yet, or
/// it did not arrive. All others are judged as always.
pub(crate) fn judge(reply: &Reply) -> Option<Refusal> {
    match judge::reason(reply, decode(&reply.body).ok().as_ref()) {
        Reason::UserDisabled | Reason::MissingToken => Some(Refusal::Final),
        _ => None,
    }
}
