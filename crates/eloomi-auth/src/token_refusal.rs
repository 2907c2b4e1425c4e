//! What a token endpoint says in place of a token.

use eloomi_core::{ErrorKind, Reply, ResponseError};
use eloomi_wire::{Text, decode};
use http::StatusCode;

use crate::{OAuthError, OAuthErrorCode, TokenEndpoint};

impl TokenEndpoint {
    /// The refusal that this answer is, if it is one.
    pub(crate) fn refusal(&self, reply: &Reply) -> Option<ResponseError> {
        let refusal = ResponseError::of_status(reply.status)?;
        Some(match reply.status.as_u16() {
            400 | 401 => self
                .read_refusal(reply.status, &reply.body)
                .unwrap_or(refusal),
            _ => refusal,
        })
    }

    /// A refusal in the words of RFC 6749 §5.2, or of a server that has its code in `message` and
    /// the reason phrase of its status in `error`.
    fn read_refusal(&self, status: StatusCode, body: &[u8]) -> Option<ResponseError> {
        let OAuthError {
            error,
            message,
            error_description,
            hint,
            ..
        } = decode(body).ok()?;
        let error = error?;
        let mut said = message.clone().or(error_description);
        let code = match (self.code(&error), message) {
            (Some(code), _) => code,
            (None, Some(message)) => match self.code(&OAuthErrorCode::from(message.as_str())) {
                Some(code) => {
                    said = None;
                    code
                }
                None => error,
            },
            (None, None) => error,
        };
        if status.canonical_reason() == Some(code.as_str()) {
            // No code at all, but a service's words for its status.
            let refusal = ResponseError::of_status(status)?;
            return Some(refusal.server_message(said.map(String::from).unwrap_or_default()));
        }
        Some(refused(&code, said, hint))
    }

    /// The code that a word is, if it is one: by RFC 6749, or in the service's own words.
    fn code(&self, word: &OAuthErrorCode) -> Option<OAuthErrorCode> {
        match word {
            OAuthErrorCode::Other(word) => (self.read_code)(word),
            known => Some(known.clone()),
        }
    }
}

fn refused(code: &OAuthErrorCode, said: Option<Text>, hint: Option<Text>) -> ResponseError {
    let mut unknown = None;
    let detail = match code {
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
        OAuthErrorCode::Other(code) => {
            unknown = Some(code.as_str().to_owned());
            "the server gave a reason that RFC 6749 does not know"
        }
    };
    let words = [said, hint].into_iter().flatten().map(String::from);
    let said: Vec<String> = unknown.into_iter().chain(words).collect();
    ResponseError::new(ErrorKind::Unauthorized)
        .detail(detail)
        .server_message(said.join(" "))
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;

    fn own_words(word: &str) -> Option<OAuthErrorCode> {
        (word == "wrong_app").then_some(OAuthErrorCode::InvalidClient)
    }

    fn refusal(status: u16, body: &str) -> ResponseError {
        let status = StatusCode::from_u16(status).unwrap();
        let reply = Reply::new(status, HeaderMap::new(), body.to_owned());
        let endpoint = TokenEndpoint::DEFAULT.read_codes(own_words);
        endpoint.refusal(&reply).unwrap()
    }

    fn says(refusal: &ResponseError, words: &str) -> bool {
        refusal.kind() == ErrorKind::Unauthorized && refusal.to_string().contains(words)
    }

    #[test]
    fn a_code_may_stand_in_the_message_beside_the_reason_phrase() {
        for code in ["invalid_grant", "invalid_scope", "invalid_client"] {
            let body = format!(r#"{{"statusCode":401,"error":"Unauthorized","message":"{code}"}}"#);
            assert!(says(&refusal(401, &body), code), "{code}");
        }
    }

    #[test]
    fn a_service_has_words_of_its_own_for_a_code() {
        for body in [
            r#"{"error":"Bad Request","message":"wrong_app"}"#,
            r#"{"error":"wrong_app"}"#,
        ] {
            assert!(says(&refusal(400, body), "invalid_client"), "{body}");
        }
        let unknown = refusal(400, r#"{"error":"wrong_person"}"#);
        assert!(says(&unknown, "RFC 6749 does not know"), "{unknown}");
    }

    #[test]
    fn the_code_in_error_goes_before_the_one_in_message() {
        let refusal = refusal(
            400,
            r#"{"error":"invalid_scope","message":"invalid_grant"}"#,
        );
        assert!(says(&refusal, "invalid_scope"), "{refusal}");
    }

    #[test]
    fn a_reason_phrase_is_no_code_and_leaves_the_judgement_to_the_status() {
        let body = r#"{"error":"Bad Request","message":"scope must be a list, jane@example.com"}"#;
        let rejected = refusal(400, body);
        assert_eq!(rejected.kind(), ErrorKind::Rejected);
        assert!(!rejected.to_string().contains("jane"), "{rejected}");
        assert!(format!("{rejected:?}").contains("38 bytes"), "{rejected:?}");
        let other = refusal(401, r#"{"error":"Unauthorized","message":"No"}"#);
        assert_eq!(other.kind(), ErrorKind::Unauthorized);
        assert!(!other.to_string().contains("RFC"), "{other}");
    }

    #[test]
    fn another_status_speaks_for_itself() {
        let refusal = refusal(500, r#"{"error":"invalid_grant"}"#);
        assert_eq!(refusal.kind(), ErrorKind::Service);
    }
}
