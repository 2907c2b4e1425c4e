//! What the token endpoint says when it gives no token.

use eloomi_wire::{Text, model, open_enum};

model! {
    /// Body of a refused request for a token (RFC 6749 §5.2).
    ///
    /// Comes with a 400, or with a 401 from servers that answer any refusal so. Some have the code in
    /// `message`, and in `error` the words for the status.
    ///
    /// ```
    /// use eloomi_auth::{OAuthError, OAuthErrorCode};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let refused: OAuthError = eloomi_wire::decode(
    ///     br#"{"error":"invalid_client","message":"Client authentication failed"}"#,
    /// )?;
    /// assert_eq!(refused.error, Some(OAuthErrorCode::InvalidClient));
    /// # Ok(())
    /// # }
    /// ```
    pub struct OAuthError {
        /// What was wrong, as a word: `invalid_client`, `invalid_scope`.
        error: Option<OAuthErrorCode> = "error";
        /// What was wrong, as a sentence (RFC 6749 §5.2).
        error_description: Option<Text> = "error_description";
        /// What to do about it, from some servers.
        hint: Option<Text> = "hint";
        /// What was wrong, as a sentence or as a word, from servers that do not keep to the RFC:
        /// `Client authentication failed`.
        message: Option<Text> = "message";
    }
}

open_enum! {
    /// Reason for which a token was refused.
    ///
    /// The words are those of RFC 6749 §5.2. A service's own words for them are read by
    /// [`TokenEndpoint::read_codes`](crate::TokenEndpoint::read_codes).
    pub enum OAuthErrorCode {
        /// `invalid_client`: the client id or its secret is wrong.
        InvalidClient = "invalid_client",
        /// `invalid_grant`: the code, password or refresh token is wrong, expired or withdrawn.
        InvalidGrant = "invalid_grant",
        /// `invalid_request`: a parameter is missing.
        InvalidRequest = "invalid_request",
        /// `invalid_scope`: the scope is unknown.
        InvalidScope = "invalid_scope",
        /// `unauthorized_client`: this client may not use this grant.
        UnauthorizedClient = "unauthorized_client",
        /// `unsupported_grant_type`: the server does not know this grant.
        UnsupportedGrantType = "unsupported_grant_type",
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::decode;

    use super::*;

    #[test]
    fn the_hint_of_the_wrong_scope_is_read() {
        let body = br#"{"error":"invalid_scope","message":"m","hint":"Check the scope"}"#;
        let error: OAuthError = decode(body).unwrap();
        assert_eq!(error.error, Some(OAuthErrorCode::InvalidScope));
        assert_eq!(error.hint.as_deref(), Some("Check the scope"));
    }

    #[test]
    fn an_unknown_code_is_kept() {
        let error: OAuthError = decode(br#"{"error":"slow_down"}"#).unwrap();
        assert_eq!(error.error.unwrap().as_str(), "slow_down");
    }
}
