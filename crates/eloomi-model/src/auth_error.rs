//! What the People API says to a missing or expired token.

use eloomi_wire::{Text, model};

model! {
    /// Body of a 401: the token is missing, wrong or expired. It has no [`Envelope`](crate::Envelope).
    ///
    /// ```
    /// use eloomi_model::AuthError;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let refused: AuthError = eloomi_wire::decode(br#"{"error":"Unauthenticated."}"#)?;
    /// assert_eq!(refused.error.as_deref(), Some("Unauthenticated."));
    /// # Ok(())
    /// # }
    /// ```
    pub struct AuthError {
        /// Text of the failure: `Unauthenticated.` (documented).
        error: Option<Text> = "error";
        /// Text under the key that Laravel, the framework behind, uses by default (inferred).
        message: Option<Text> = "message";
    }
}
