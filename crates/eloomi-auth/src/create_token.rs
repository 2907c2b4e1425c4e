//! The token endpoint: an endpoint like any other.

use bytes::Bytes;
use eloomi_core::{Endpoint, ErrorKind, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_wire::decode;
use http::{Method, Request};
use secrecy::ExposeSecret as _;

use crate::{
    AccessToken, ClientCredentials, Lifetime, OAuthError, OAuthErrorCode, Token,
    token_response::TokenResponse,
};

/// Exchanges client credentials for a token (RFC 6749 §4.4), form-encoded, the secret in the
/// body. [`Bearer`](crate::Bearer) sends this by itself.
///
/// # Errors
///
/// [`ErrorKind::Unauthorized`] for every refusal in the words of RFC 6749 §5.2, whether it
/// comes as 400 or 401; [`ErrorKind::Decode`] for a token that cannot be used.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until a session sends it"]
pub struct CreateToken {
    credentials: ClientCredentials,
}

/// A second token does no harm, so a lost answer is simply asked for again.
static CREATE_TOKEN: Route = Route::new(
    "createToken",
    Method::POST,
    "/oauth/token",
    Repeat::Idempotent,
);

impl CreateToken {
    /// Asks for a token for these credentials.
    pub fn new(credentials: ClientCredentials) -> Self {
        Self { credentials }
    }
}

impl Endpoint for CreateToken {
    type Output = Token;

    fn route(&self) -> &'static Route {
        &CREATE_TOKEN
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        let ClientCredentials {
            client_id,
            client_secret,
            scope,
        } = &self.credentials;
        let fields = [
            ("grant_type", Some("client_credentials")),
            ("client_id", Some(client_id.as_str())),
            ("client_secret", Some(client_secret.expose_secret())),
            ("scope", scope.as_deref()),
        ];
        let fields = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        self.route().fill(&[])?.form(fields).build()
    }

    fn response(&self, reply: &Reply) -> Result<Token, ResponseError> {
        if let Some(refusal) = ResponseError::of_status(reply.status) {
            return Err(match reply.status.as_u16() {
                400 | 401 => refused(&reply.body).unwrap_or(refusal),
                _ => refusal,
            });
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
        Ok(Token::new(access_token, lifetime))
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

/// A refusal in the words of RFC 6749 §5.2, if it is one.
fn refused(body: &[u8]) -> Option<ResponseError> {
    let OAuthError {
        error,
        message,
        error_description,
        hint,
        ..
    } = decode(body).ok()?;
    let error = error?;
    let mut unknown = None;
    let detail = match &error {
        OAuthErrorCode::InvalidClient => "invalid_client: the client id or its secret is wrong",
        OAuthErrorCode::InvalidScope => {
            "invalid_scope: this client may not have the scope asked for"
        }
        OAuthErrorCode::InvalidGrant => "invalid_grant: the grant is wrong, expired or withdrawn",
        OAuthErrorCode::InvalidRequest => "invalid_request: the token request lacks something",
        OAuthErrorCode::UnauthorizedClient => {
            "unauthorized_client: this client may not use this grant"
        }
        OAuthErrorCode::UnsupportedGrantType => {
            "unsupported_grant_type: the server does not know this grant"
        }
        // Not printed, and kept with the server's words: whatever is on no list may hold anything.
        code => {
            unknown = Some(code.as_str().to_owned());
            "the server gave a reason that RFC 6749 does not know"
        }
    };
    let words = [message.or(error_description), hint];
    let words = words.into_iter().flatten().map(String::from);
    let said: Vec<String> = unknown.into_iter().chain(words).collect();
    Some(
        ResponseError::new(ErrorKind::Unauthorized)
            .detail(detail)
            .server_message(said.join(" ")),
    )
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;

    fn answer(status: u16, body: impl Into<Bytes>) -> Result<Token, ResponseError> {
        let status = StatusCode::from_u16(status).unwrap();
        let reply = Reply::new(status, HeaderMap::new(), body);
        CreateToken::new(ClientCredentials::new(200, "sim-secret")).response(&reply)
    }

    fn refusal(status: u16, body: impl Into<Bytes>) -> ResponseError {
        answer(status, body).unwrap_err()
    }

    #[test]
    fn the_request_is_a_form_with_every_value_encoded() {
        let credentials = ClientCredentials::new("2 0", "sim-a&b=c+%").scope("*");
        let request = CreateToken::new(credentials).request().unwrap();
        assert_eq!(request.uri(), "/oauth/token");
        assert_eq!(
            request.headers()["content-type"],
            "application/x-www-form-urlencoded"
        );
        assert_eq!(
            request.body(),
            "grant_type=client_credentials&client_id=2%200&client_secret=sim-a%26b%3Dc%2B%25&scope=%2A"
        );
    }

    #[test]
    fn a_wrong_client_is_refused_alike_as_400_and_as_401() {
        let old = refusal(
            400,
            r#"{"error":"invalid_client","message":"Client failed"}"#,
        );
        let new = refusal(
            401,
            r#"{"error":"invalid_client","error_description":"Client failed"}"#,
        );
        assert_eq!(old.kind(), ErrorKind::Unauthorized);
        assert_eq!(old.to_string(), new.to_string());
    }

    #[test]
    fn a_code_of_no_list_is_not_printed() {
        let refusal = refusal(400, r#"{"error":"ask jane@example.com"}"#);
        assert_eq!(refusal.kind(), ErrorKind::Unauthorized);
        assert!(!refusal.to_string().contains("jane"), "{refusal}");
    }

    #[test]
    fn what_came_instead_of_a_token_is_named() {
        for (body, named) in [
            (" <html>", "an HTML page"),
            ("", "nothing"),
            ("[]", "no token"),
        ] {
            let refusal = refusal(200, body).to_string();
            assert!(refusal.contains(named), "{refusal}");
        }
    }

    #[test]
    fn a_refusal_without_a_reason_is_judged_by_its_status() {
        assert_eq!(refusal(400, "<html>").kind(), ErrorKind::Rejected);
        assert_eq!(refusal(401, "{}").kind(), ErrorKind::Unauthorized);
        assert_eq!(refusal(502, "<html>").kind(), ErrorKind::Service);
    }

    #[test]
    fn the_type_of_a_token_is_read_in_any_case() {
        assert!(answer(200, r#"{"token_type":"bEARER","access_token":"t"}"#).is_ok());
        assert!(answer(201, r#"{"access_token":"t"}"#).is_ok());
        let mac = refusal(200, r#"{"token_type":"MAC","access_token":"t"}"#);
        assert_eq!(mac.kind(), ErrorKind::Decode);
    }

    #[test]
    fn a_token_that_would_break_the_header_is_an_error() {
        for body in [
            r#"{"access_token":"a\r\nX: y"}"#,
            r#"{"access_token":"a\n"}"#,
            r#"{"access_token":" a"}"#,
            r#"{"access_token":"a b"}"#,
            r#"{"access_token":""}"#,
            r#"{"access_token":null}"#,
            "{}",
            "<html>",
        ] {
            assert_eq!(refusal(200, body).kind(), ErrorKind::Decode, "{body}");
        }
    }

    #[test]
    fn a_token_of_a_hundred_kilobytes_is_an_error() {
        let body = format!(r#"{{"access_token":"{}"}}"#, "a".repeat(100 << 10));
        assert_eq!(refusal(200, body).kind(), ErrorKind::Decode);
    }

    #[test]
    fn a_type_with_anything_beside_bearer_is_an_error() {
        for token_type in ["", " Bearer", "Bearer ", "Bearer\\r\\n", "Bearer MAC"] {
            let body = format!(r#"{{"token_type":"{token_type}","access_token":"t"}}"#);
            assert_eq!(refusal(200, body).kind(), ErrorKind::Decode, "{token_type}");
        }
    }
}
