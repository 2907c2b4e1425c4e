//! Why the service refused.

use std::{error, fmt};

use eloomi_core::Error;
use http::StatusCode;

use crate::{ErrorBody, Reason, escaped, fields};

/// A refusal of the directory: why, about which fields, and all that it said.
///
/// It is among the causes of an [`Error`]; [`of`](Self::of) finds it there. `Display` and `Debug`
/// quote nothing but names of fields that the directory has.
///
/// # Examples
///
/// ```
/// use eloomi_core::Error;
/// use lvconnect::{Reason, Refusal};
///
/// fn advice(error: &Error) -> &'static str {
///     match Refusal::of(error).map(Refusal::reason) {
///         Some(Reason::EmailTaken) => "somebody has this address already",
///         Some(Reason::OutOfScope) => "ask for a token of a wider scope",
///         Some(Reason::UserDisabled) => "the person has left, or is not hired yet",
///         _ => "look at it",
///     }
/// }
/// ```
pub struct Refusal {
    status: StatusCode,
    reason: Reason,
    body: Option<ErrorBody>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, reason: Reason, body: Option<ErrorBody>) -> Self {
        Self {
            status,
            reason,
            body,
        }
    }

    /// The refusal that an error is about, if it is about one.
    pub fn of(error: &Error) -> Option<&Self> {
        let first = error::Error::source(error);
        std::iter::successors(first, |&cause| cause.source()).find_map(|it| it.downcast_ref())
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Why.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// The names of the fields that it is about, as they are on the wire, dotted where one stands in
    /// another: `address.street`. Of fields with wrong values the first alone is named, of unknown
    /// ones all. Empty if it is about none. **May quote what was sent**, if that had fields that the
    /// directory has not.
    pub fn fields(&self) -> Vec<String> {
        let validation = self.body.as_ref().and_then(|body| body.validation.as_ref());
        let keys = validation.into_iter().flat_map(|it| &it.keys);
        let names = keys.map(|key| escaped::unescaped(key));
        // The whole body goes by no name.
        names.filter(|name| !name.is_empty()).collect()
    }

    /// Where these fields stand: `payload`, `query` or `params`.
    pub fn place(&self) -> Option<&str> {
        self.body.as_ref()?.validation.as_ref()?.source.as_deref()
    }

    /// All that the service said, if it said it in its own form. **May quote what was sent.**
    pub fn body(&self) -> Option<&ErrorBody> {
        self.body.as_ref()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.reason)?;
        match fields::printable(&self.fields()) {
            Some(names) => write!(f, ": {names}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refusal")
            .field("status", &self.status.as_u16())
            .field("reason", &self.reason)
            .field("fields", &fields::printable(&self.fields()))
            .finish_non_exhaustive()
    }
}

impl error::Error for Refusal {}
