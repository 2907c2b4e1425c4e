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

#[cfg(test)]
mod tests {
    use eloomi_auth::{ClientCredentials, CreateToken};
    use eloomi_core::{Endpoint as _, ErrorKind};
    use http::{HeaderMap, StatusCode};

    use super::*;

    fn grant() -> CreateToken {
        let app = ClientCredentials::new("app-full", "sim-a&b").scope("users:get profile:get");
        CreateToken::new(app).at(TOKENS)
    }

    #[test]
    fn a_token_is_asked_for_in_json_with_the_scope_as_a_list_and_the_client_by_basic() {
        let request = grant().request().unwrap();
        assert_eq!(request.uri(), "/oauth/token");
        assert_eq!(
            request.body(),
            r#"{"grant_type":"client_credentials","scope":["users:get","profile:get"]}"#
        );
        assert!(request.headers().contains_key("authorization"));
    }

    #[test]
    fn the_code_of_a_refused_grant_stands_in_the_message_and_some_have_other_names() {
        for (word, told) in [
            ("invalid_grant", "invalid_grant"),
            ("invalid_scope", "invalid_scope"),
            ("invalid_client", "invalid_client"),
            ("invalid_credentials", "invalid_client"),
            ("missing_credentials", "invalid_request"),
        ] {
            let body = format!(r#"{{"statusCode":401,"error":"Unauthorized","message":"{word}"}}"#);
            let reply = Reply::new(StatusCode::UNAUTHORIZED, HeaderMap::new(), body);
            let error = grant().response(&reply).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Unauthorized);
            assert!(error.to_string().contains(told), "{word}: {error}");
        }
    }

    #[test]
    fn a_token_comes_with_201_and_its_scope_as_a_list_perhaps_an_empty_one() {
        let body =
            r#"{"access_token":"sim-token","token_type":"bearer","expires_in":172800,"scope":[]}"#;
        let reply = Reply::new(StatusCode::CREATED, HeaderMap::new(), body);
        let token = grant().response(&reply).unwrap();
        assert!(token.scope.unwrap().is_empty());
    }
}
