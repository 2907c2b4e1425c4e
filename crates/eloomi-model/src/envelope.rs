//! What stands around every answer.

use eloomi_wire::{RawJson, Text, model};

model! {
    /// Frame around every answer of the People API, successful or not.
    ///
    /// `data` stays raw, because a frame must be judged before its content is read: it is
    /// missing on errors and on deletes (documented). Nothing is required here; an answer without
    /// a frame decodes as an empty one, and whether that is acceptable the request knows.
    ///
    /// Both messages may quote an e-mail address (documented: the one of a duplicate), so they
    /// count as personal and `Debug` does not print them.
    ///
    /// ```
    /// use eloomi_model::{Envelope, User};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let envelope: Envelope = eloomi_wire::decode(
    ///     br#"{"status":"OK","status_code":"200","message":null,"data":{"id":80085}}"#,
    /// )?;
    /// assert_eq!(envelope.status_code, Some(200));
    ///
    /// if let Some(data) = &envelope.data {
    ///     let user: User = data.to()?;
    ///     assert_eq!(user.id, 80085.into());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub struct Envelope {
        /// Content of the answer: an object or a list. A singular name proves nothing: the
        /// resource `AccessGroupSuccess` holds a list (documented).
        data: Option<RawJson> = "data", personal;
        /// More text, with the cause on failures and the good news on success; may be an empty
        /// text: `User created.` (documented). May quote an e-mail address.
        extended_message: Option<Text> = "extended_message", personal;
        /// Text; `null` on most successes, except that a delete says its word here (documented).
        /// May quote an e-mail address.
        message: Option<Text> = "message", personal;
        /// HTTP reason phrase: `OK`, `Bad Request` (documented).
        status: Option<Text> = "status";
        /// HTTP status, repeated: `200`. A number in all documentation; the package for .NET
        /// compares it with the text `"200"`, so both are read.
        status_code: Option<u64> = "status_code";
    }
}
