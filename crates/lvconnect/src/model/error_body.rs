//! What the service says when it refuses.

use eloomi_wire::{Text, model};

model! {
    /// Body of every refusal, whatever its status (measured).
    ///
    /// ```
    /// use lvconnect::ErrorBody;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let body: ErrorBody = eloomi_wire::decode(
    ///     br#"{"statusCode":404,"error":"Not Found","message":"User Not Found"}"#,
    /// )?;
    /// assert_eq!(body.message.as_deref(), Some("User Not Found"));
    /// # Ok(())
    /// # }
    /// ```
    pub struct ErrorBody {
        /// The status again.
        status_code: Option<u64> = "statusCode";
        /// The reason phrase of the status, not a code.
        error: Option<Text> = "error";
        /// A code such as `invalid_token`, or a sentence. May quote what was sent.
        message: Option<Text> = "message", personal;
        /// Which fields failed, where the refusal is about fields.
        validation: Option<Validation> = "validation";
    }
}

model! {
    /// Which fields a refusal is about (measured). Of fields with wrong values the first alone is
    /// named, of unknown fields all.
    pub struct Validation {
        /// Where they stand: `payload`, `query` or `params`.
        source: Option<Text> = "source";
        /// Their names as they came: dotted paths, escaped as for HTML. See
        /// [`Refusal::fields`](crate::Refusal::fields) for the names themselves.
        keys: Vec<Text> = "keys", personal;
    }
}
