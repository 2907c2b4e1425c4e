//! One request and its response.

use std::{fmt, str::FromStr};

use crate::{ExchangeError, FrontMatter, RecordedRequest, RecordedResponse, RequestBody, reader};

/// The longest line of a file, in characters.
pub(crate) const LINE: usize = 4_000;

/// One request and its response, with a word about where they come from.
///
/// `Display` writes the canonical form, the one that files have: reading it gives the same
/// exchange again, and reading and writing a canonical file gives the same bytes.
///
/// # Examples
///
/// ```
/// use eloomi_replay::Exchange;
///
/// let text = "\
/// ---
/// description: delete somebody unknown
/// info:
///   format: 1
///   operation: deleteUser
///   origin: documentation
///   confidence: documented
///   wire:
///     body: none
/// ---
/// === request
/// DELETE /v3/users/77
/// authorization: Bearer [token]
/// clientid: [client-id]
///
/// === response
/// 204
/// ";
/// let exchange = Exchange::parse(text)?;
/// assert_eq!(exchange.response.status, 204);
/// assert_eq!(exchange.to_string(), text);
/// # Ok::<(), eloomi_replay::ExchangeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// What it shows, and where it comes from.
    pub front: FrontMatter,
    /// What was asked.
    pub request: RecordedRequest,
    /// What was answered.
    pub response: RecordedResponse,
}

impl Exchange {
    /// An exchange.
    pub fn new(front: FrontMatter, request: RecordedRequest, response: RecordedResponse) -> Self {
        Self {
            front,
            request,
            response,
        }
    }

    /// Reads a file's text. What is not canonical but clear is accepted: headers and queries
    /// in any order, JSON in any layout, keys of the front matter in any order.
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] with the line and what is wrong there.
    pub fn parse(text: &str) -> Result<Self, ExchangeError> {
        reader::read(text)
    }
}

impl FromStr for Exchange {
    type Err = ExchangeError;

    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        Self::parse(text)
    }
}

impl fmt::Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut front = String::new();
        let Self {
            request, response, ..
        } = self;
        let is_text = matches!(request.body(), RequestBody::Text(_));
        let request_kind = is_text.then_some("text");
        self.front
            .print(request_kind, response.body.kind(), &mut front);
        write!(f, "{front}=== request\n{request}\n=== response\n{response}")
    }
}
