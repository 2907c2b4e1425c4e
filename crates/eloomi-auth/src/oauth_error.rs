//! What the token endpoint says when it gives no token.

use eloomi_wire::{Text, model, open_enum};

model! {
    /// Body of a refused request for a token.
    ///
    /// Comes with a 400 (documented) or, from newer releases of the OAuth library behind it,
    /// with a 401 (inferred).
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
        /// What was wrong, as a word: `invalid_client`, `invalid_scope` (documented).
        error: Option<OAuthErrorCode> = "error";
        /// What was wrong, as a sentence. Not documented; newer releases of the library send it,
        /// as RFC 6749 §5.2 has it (inferred).
        error_description: Option<Text> = "error_description";
        /// What to do about it. Documented for the wrong scope only.
        hint: Option<Text> = "hint";
        /// What was wrong, as a sentence: `Client authentication failed` (documented).
        message: Option<Text> = "message";
    }
}

open_enum! {
    /// Reason for which a token was refused.
    ///
    /// Services document some of them; the others are those of RFC 6749 §5.2.
    pub enum OAuthErrorCode {
        /// `invalid_client` (documented): the client id or its secret is wrong.
        InvalidClient = "invalid_client",
        /// `invalid_grant` (RFC 6749).
        InvalidGrant = "invalid_grant",
        /// `invalid_request` (RFC 6749): a parameter is missing.
        InvalidRequest = "invalid_request",
        /// `invalid_scope` (documented): the scope is unknown.
        InvalidScope = "invalid_scope",
        /// `unauthorized_client` (RFC 6749).
        UnauthorizedClient = "unauthorized_client",
        /// `unsupported_grant_type` (RFC 6749).
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
