//! What an endpoint says of an answer that is no value.

use std::{borrow::Cow, error, fmt};

use http::StatusCode;

use crate::{BoxError, ErrorKind, retry::Failed};

/// An answer that is a refusal, or not what was expected. The session adds the operation,
/// the status and the rest, and makes an [`Error`](crate::Error) of it.
pub struct ResponseError {
    pub(crate) kind: ErrorKind,
    pub(crate) detail: Option<Cow<'static, str>>,
    pub(crate) server_message: Option<String>,
    pub(crate) source: Option<BoxError>,
    pub(crate) status_inside: Option<StatusCode>,
    is_final: bool,
}

impl ResponseError {
    /// An error of this kind, with nothing else known.
    pub fn new(kind: ErrorKind) -> Self {
        Self {
            kind,
            detail: None,
            server_message: None,
            source: None,
            status_inside: None,
            is_final: false,
        }
    }

    /// The refusal that a status code alone says (RFC 9110 §15), if it says one.
    ///
    /// Endpoints ask this first, before they look into a body: a gateway's HTML page with
    /// 502 is a failed service, not broken JSON.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        let kind = match status.as_u16() {
            200..=299 => return None,
            // Nobody has asked for another protocol (RFC 9110 §15.2.2).
            100..=199 => ErrorKind::Decode,
            300..=399 => ErrorKind::Redirected,
            401 => ErrorKind::Unauthorized,
            403 => ErrorKind::Forbidden,
            404 | 410 => ErrorKind::NotFound,
            429 => ErrorKind::RateLimited,
            400..=499 => ErrorKind::Rejected,
            _ => ErrorKind::Service,
        };
        Some(Self::new(kind))
    }

    /// Adds words that may be printed anywhere: the library's own, or a text of the
    /// service's that stands on a fixed list and names nobody.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds words, unless it has some.
    pub(crate) fn detail_or(mut self, detail: String) -> Self {
        self.detail.get_or_insert(detail.into());
        self
    }

    /// Adds the service's own text. It may name people, so only
    /// [`Error::server_message`](crate::Error::server_message) gives it back.
    #[must_use]
    pub fn server_message(mut self, message: impl Into<String>) -> Self {
        self.server_message = Some(message.into()).filter(|message| !message.is_empty());
        self
    }

    /// Adds the cause. Its text may be printed, so it quotes nothing of the answer.
    #[must_use]
    pub fn source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Says that the body names another status than the head of the answer. Where the head says
    /// success, the one inside decides whether the call is repeated.
    #[must_use]
    pub fn status_inside(mut self, status: StatusCode) -> Self {
        self.status_inside = Some(status);
        self
    }

    /// Says that another try would end alike, whatever the status: the call is not repeated.
    #[must_use]
    pub fn is_final(mut self) -> Self {
        self.is_final = true;
        self
    }

    /// What this means for another try, of an answer with this status.
    pub(crate) fn failed(&self, status: StatusCode) -> Failed {
        match self.kind {
            ErrorKind::Decode | ErrorKind::TooLarge | ErrorKind::PageRepeated => Failed::ForGood,
            _ if self.is_final => Failed::ForGood,
            _ => match self.status_inside {
                Some(inside) if status.is_success() => Failed::Refused(inside),
                _ => Failed::Refused(status),
            },
        }
    }

    /// The kind.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Debug for ResponseError {
    /// All but the service's own words: of those only the length.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = self.server_message.as_deref().map_or(0, str::len);
        f.debug_struct("ResponseError")
            .field("kind", &self.kind)
            .field("detail", &self.detail)
            .field("server_message", &format_args!("{said} bytes"))
            .field("source", &self.source)
            .field("status_inside", &self.status_inside)
            .field("is_final", &self.is_final)
            .finish()
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        match &self.detail {
            Some(detail) => write!(f, ": {detail}"),
            None => Ok(()),
        }
    }
}

impl error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
