//! What a caller gets when a call fails.

use std::{borrow::Cow, error, fmt, sync::Arc, time::Duration};

use http::{HeaderMap, StatusCode};

use crate::{
    BoxError, Phase, Repeat, RequestError, ResponseError, Route, TransportError, deadline::Expired,
};

/// A failed call: what kind of failure, of which operation, and whether another try helps.
///
/// `Display` is one line of words that may be logged: never a body, a query, a header, an
/// e-mail address or an id. Causes follow through [`source`](error::Error::source). Cheap
/// to clone, so that one failed token request can fail for everybody who waited for it: the
/// error is then that of the token request, `createToken`, and not of the request that needed
/// the token.
///
/// # Examples
///
/// ```
/// use eloomi_core::{Error, ErrorKind};
///
/// /// What a nightly job does about a failure.
/// fn advice(error: &Error) -> &'static str {
///     match error.kind() {
///         ErrorKind::Unauthorized => "check the client id and secret",
///         _ if error.is_retryable() => "run again later",
///         _ => "look at it",
///     }
/// }
/// ```
#[derive(Clone)]
pub struct Error(Arc<Inner>);

struct Inner {
    kind: ErrorKind,
    operation: &'static str,
    repeat: Repeat,
    sent: bool,
    status: Option<StatusCode>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    detail: Option<Cow<'static, str>>,
    server_message: Option<String>,
    source: Option<BoxError>,
}

/// The kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was not sent because it is wrong.
    Request,
    /// No connection, or it broke before the answer was complete.
    Transport,
    /// The answer did not come in time.
    Timeout,
    /// A write left and its answer was lost: it may have been carried out.
    Ambiguous,
    /// The credentials were refused, or there are none.
    Unauthorized,
    /// The credentials are good, but not for this.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// The service refused what was asked.
    Rejected,
    /// Too many requests.
    RateLimited,
    /// The service itself failed. A write that must not be repeated may have been carried
    /// out all the same.
    Service,
    /// The answer pointed elsewhere; redirects are never followed, because they would take
    /// the credentials along.
    Redirected,
    /// The answer is not what this operation answers.
    Decode,
    /// The answer is larger than the cap, or a list has more pages than can be true.
    TooLarge,
    /// A list gave the same page twice, so its end is unknown.
    PageRepeated,
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Request => "the request is wrong and was not sent",
            Self::Transport => "the connection failed",
            Self::Timeout => "no answer in time",
            Self::Ambiguous => "the answer was lost and the request may have been carried out",
            Self::Unauthorized => "the credentials were refused",
            Self::Forbidden => "not allowed with these credentials",
            Self::NotFound => "not found",
            Self::Rejected => "the service refused the request",
            Self::RateLimited => "too many requests",
            Self::Service => "the service failed",
            Self::Redirected => "the service answered with a redirect, which is never followed",
            Self::Decode => "the answer is not understood",
            Self::TooLarge => "the answer is larger than allowed",
            Self::PageRepeated => "the service gave the same page twice",
        })
    }
}

impl Error {
    pub(crate) fn of_request(route: &Route, repeat: Repeat, error: &RequestError) -> Self {
        let mut inner = Inner::new(ErrorKind::Request, route, repeat, false);
        inner.detail = Some(error.to_string().into());
        inner.into()
    }

    /// The stack failed; `repeat` decides whether the loss of an answer matters.
    pub(crate) fn of_transport(route: &Route, repeat: Repeat, error: TransportError) -> Self {
        let sent = error.phase() != Phase::NotSent;
        let mut inner = Inner::lost(ErrorKind::Transport, route, repeat, sent);
        inner.source = Some(error.into());
        inner.into()
    }

    /// The limiter would have to let it wait for longer than it may. It was not sent.
    pub(crate) fn of_full_budget(route: &Route, repeat: Repeat, wait: Duration) -> Self {
        let mut inner = Inner::new(ErrorKind::RateLimited, route, repeat, false);
        inner.retry_after = Some(wait);
        inner.detail = Some("it was not sent, as it would have had to wait for too long".into());
        inner.into()
    }

    pub(crate) fn of_expired(route: &Route, repeat: Repeat, expired: Expired) -> Self {
        // Whoever gives up waiting cannot know whether the request arrived.
        let mut inner = Inner::lost(ErrorKind::Timeout, route, repeat, true);
        inner.detail.get_or_insert(Cow::Borrowed(match expired {
            Expired::Call => "the time for the call is used up",
            Expired::Attempt => "the time for one attempt is used up",
        }));
        inner.into()
    }

    /// The head of an answer came, its body did not.
    pub(crate) fn of_broken_body(
        route: &Route,
        repeat: Repeat,
        status: StatusCode,
        headers: &HeaderMap,
        error: TransportError,
    ) -> Self {
        let mut inner = Inner::lost(ErrorKind::Transport, route, repeat, true);
        inner.status = Some(status);
        inner.request_id = request_id(headers);
        inner.source = Some(error.into());
        inner.into()
    }

    /// An answer came and is no value.
    pub(crate) fn of_response(
        route: &Route,
        repeat: Repeat,
        status: StatusCode,
        headers: &HeaderMap,
        retry_after: Option<Duration>,
        error: ResponseError,
    ) -> Self {
        let mut inner = Inner::new(error.kind, route, repeat, true);
        inner.status = Some(status);
        inner.request_id = request_id(headers);
        inner.retry_after = retry_after;
        inner.detail = error.detail;
        inner.server_message = error.server_message;
        inner.source = error.source;
        inner.into()
    }

    /// A failure that has no answer of its own: an [`Authorizer`](crate::Authorizer) that
    /// cannot get a credential, say.
    pub fn new(kind: ErrorKind, route: &Route, detail: impl Into<Cow<'static, str>>) -> Self {
        let mut inner = Inner::new(kind, route, route.repeat(), false);
        inner.detail = Some(detail.into());
        inner.into()
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed, as the API document names it.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// The status code, if an answer came.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The answer's request id, to quote to the service's support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The service's own words. **May name people**: show them to whoever asked, do not log
    /// them.
    pub fn server_message(&self) -> Option<&str> {
        self.0.server_message.as_deref()
    }

    /// How long to wait before another try: what the service asks for, or when this client's
    /// own limiter could let the request go.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether the same call may succeed later and does no harm if repeated.
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            // Refused before it was processed, whatever it was.
            ErrorKind::RateLimited => true,
            ErrorKind::Transport | ErrorKind::Timeout => {
                !self.0.sent || self.0.repeat != Repeat::Never
            }
            ErrorKind::Service => match self.0.repeat {
                Repeat::Safe => true,
                // After a 500 nobody knows how far it got; these say that it did not get there.
                Repeat::Idempotent => matches!(
                    self.0.status,
                    Some(
                        StatusCode::BAD_GATEWAY
                            | StatusCode::SERVICE_UNAVAILABLE
                            | StatusCode::GATEWAY_TIMEOUT
                    )
                ),
                Repeat::Never => false,
            },
            _ => false,
        }
    }

    /// Too many requests; see [`retry_after`](Self::retry_after).
    pub fn is_rate_limited(&self) -> bool {
        self.0.kind == ErrorKind::RateLimited
    }

    /// There is no such thing; [`OptionalExt::optional`] makes a `None` of it.
    pub fn is_not_found(&self) -> bool {
        self.0.kind == ErrorKind::NotFound
    }

    /// The credentials are missing, refused, or not good for this.
    pub fn is_auth(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Unauthorized | ErrorKind::Forbidden)
    }

    /// No answer in time.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// A write whose answer was lost: look before sending it again.
    pub fn is_ambiguous(&self) -> bool {
        self.0.kind == ErrorKind::Ambiguous
    }

    /// Whether any byte of the request may have left.
    pub fn was_sent(&self) -> bool {
        self.0.sent
    }
}

impl Inner {
    fn new(kind: ErrorKind, route: &Route, repeat: Repeat, sent: bool) -> Self {
        Self {
            kind,
            operation: route.operation(),
            repeat,
            sent,
            status: None,
            request_id: None,
            retry_after: None,
            detail: None,
            server_message: None,
            source: None,
        }
    }

    /// No answer, or not all of it: for a request that must not be repeated that is worse.
    fn lost(kind: ErrorKind, route: &Route, repeat: Repeat, sent: bool) -> Self {
        if sent && repeat == Repeat::Never {
            let mut inner = Self::new(ErrorKind::Ambiguous, route, repeat, sent);
            inner.detail = Some("look whether it took effect before sending it again".into());
            inner
        } else {
            Self::new(kind, route, repeat, sent)
        }
    }
}

impl From<Inner> for Error {
    fn from(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }
}

/// The usual headers that name a request, if the value is a plain word: it is printed.
fn request_id(headers: &HeaderMap) -> Option<String> {
    ["x-request-id", "request-id", "x-correlation-id"]
        .iter()
        .filter_map(|name| headers.get(*name)?.to_str().ok())
        .find(|id| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            (1..=64).contains(&id.len()) && id.bytes().all(plain)
        })
        .map(str::to_owned)
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        write!(f, "{}: {}", inner.operation, inner.kind)?;
        if let Some(status) = inner.status {
            write!(f, " (HTTP {}", status.as_u16())?;
            if let Some(id) = &inner.request_id {
                write!(f, ", request {id}")?;
            }
            f.write_str(")")?;
        }
        match &inner.detail {
            Some(detail) => write!(f, ": {detail}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    /// All that `Display` says, field by field, and the causes as text. Of the service's own
    /// words only their length.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let mut fields = f.debug_struct("Error");
        fields
            .field("kind", &inner.kind)
            .field("operation", &inner.operation)
            .field("repeat", &inner.repeat)
            .field("sent", &inner.sent);
        if let Some(status) = inner.status {
            fields.field("status", &status.as_u16());
        }
        if let Some(id) = &inner.request_id {
            fields.field("request_id", id);
        }
        if let Some(wait) = inner.retry_after {
            fields.field("retry_after", &wait);
        }
        if let Some(detail) = &inner.detail {
            fields.field("detail", detail);
        }
        if let Some(message) = &inner.server_message {
            let length = message.chars().count();
            fields.field("server_message", &format_args!("({length} characters)"));
        }
        if let Some(source) = inner.source.as_deref() {
            let causes: Vec<_> =
                std::iter::successors(Some(source as &dyn error::Error), |e| e.source())
                    .map(ToString::to_string)
                    .collect();
            fields.field("causes", &causes);
        }
        fields.finish()
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

/// Makes `None` of "not found".
pub trait OptionalExt<T> {
    /// The value, or `None` where there is none.
    ///
    /// # Errors
    ///
    /// Every other error, unchanged.
    fn optional(self) -> Result<Option<T>, Error>;
}

impl<T> OptionalExt<T> for Result<T, Error> {
    fn optional(self) -> Result<Option<T>, Error> {
        match self {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        }
    }
}
