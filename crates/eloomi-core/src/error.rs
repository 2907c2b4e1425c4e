//! What a caller gets when a call fails.

use std::{borrow::Cow, error, fmt, sync::Arc, time::Duration};

use http::{HeaderMap, StatusCode};

use crate::{
    BoxError, ErrorKind, Phase, Repeat, RequestError, ResponseError, Route, TransportError,
    call::Call,
    deadline::Expired,
    retry::{Cost, Failed, may_repeat},
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
    route: &'static Route,
    repeat: Repeat,
    failed: Failed,
    /// How far the last attempt got.
    phase: Phase,
    /// How often it was sent.
    attempts: u32,
    status: Option<StatusCode>,
    /// What the body says it is, if it says something else.
    status_inside: Option<StatusCode>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    detail: Option<Cow<'static, str>>,
    server_message: Option<String>,
    source: Option<BoxError>,
}

impl Error {
    pub(crate) fn of_request(route: &'static Route, repeat: Repeat, error: &RequestError) -> Self {
        let mut inner = Inner::new(ErrorKind::Request, route, repeat);
        inner.detail = Some(error.to_string().into());
        inner.into()
    }

    /// The stack failed; whether it may be repeated decides whether the loss of an answer matters.
    pub(crate) fn of_transport(call: &Call, error: TransportError) -> Self {
        let mut inner = Inner::lost(ErrorKind::Transport, call, error.phase());
        inner.retry_after = error.retry_after();
        if error.is_permanent() {
            inner.failed = Failed::ForGood;
        }
        inner.source = Some(error.into());
        inner.into()
    }

    /// The limiter would have to let it wait for longer than it may. It was not sent.
    pub(crate) fn of_full_budget(call: &Call, wait: Duration) -> Self {
        let mut inner = Inner::of_call(ErrorKind::RateLimited, call);
        inner.failed = Failed::Unsent;
        inner.retry_after = Some(wait);
        inner.detail = Some("it was not sent, as it would have had to wait for too long".into());
        inner.into()
    }

    pub(crate) fn of_expired(call: &Call, expired: Expired, phase: Phase) -> Self {
        // Whoever gives up waiting cannot know whether the request arrived.
        let mut inner = Inner::lost(ErrorKind::Timeout, call, phase);
        inner.status = call.status;
        inner.detail.get_or_insert(Cow::Borrowed(match expired {
            Expired::Call => "the time for the call is used up",
            Expired::Attempt => "the time for one attempt is used up",
            Expired::Head => "the time for the head of an answer is used up",
            Expired::Stalled => "the body arrives too slowly",
        }));
        inner.into()
    }

    /// The head of an answer came, its body did not.
    pub(crate) fn of_broken_body(
        call: &Call,
        status: StatusCode,
        headers: &HeaderMap,
        error: TransportError,
    ) -> Self {
        let mut inner = Inner::lost(ErrorKind::Transport, call, Phase::HeadReceived);
        inner.status = Some(status);
        inner.request_id = request_id(headers);
        inner.source = Some(error.into());
        inner.into()
    }

    /// An answer came and is no value.
    pub(crate) fn of_response(
        call: &Call,
        status: StatusCode,
        headers: &HeaderMap,
        retry_after: Option<Duration>,
        error: ResponseError,
    ) -> Self {
        let mut inner = Inner::of_call(error.kind, call);
        inner.failed = error.failed(status);
        inner.status = Some(status);
        inner.status_inside = error.status_inside;
        inner.request_id = request_id(headers);
        inner.retry_after = retry_after;
        inner.detail = error.detail;
        inner.server_message = error.server_message;
        inner.source = error.source;
        inner.into()
    }

    /// The same, with how long to wait, unless the service has asked for longer: after a
    /// `Retry-After: 0` nothing leaves for a second all the same.
    pub(crate) fn or_retry_after(mut self, wait: Duration) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.retry_after = inner.retry_after.max(Some(wait));
        }
        self
    }

    /// A failure that has no answer of its own: an [`Authorizer`](crate::Authorizer) that
    /// cannot get a credential, say.
    pub fn new(
        kind: ErrorKind,
        route: &'static Route,
        detail: impl Into<Cow<'static, str>>,
    ) -> Self {
        let mut inner = Inner::new(kind, route, route.repeat());
        if let ErrorKind::Transport | ErrorKind::Timeout | ErrorKind::RateLimited = kind {
            inner.failed = Failed::Unsent;
        }
        inner.detail = Some(detail.into());
        inner.into()
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed, as the API document names it.
    pub fn operation(&self) -> &'static str {
        self.0.route.operation()
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

    /// Whether the same call may succeed later and does no harm if repeated. The call was
    /// repeated by itself already, as often as its [options](crate::CallOptions::attempts) allow.
    pub fn is_retryable(&self) -> bool {
        may_repeat(self.0.repeat, self.0.failed)
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

    /// Whether any byte of the request may have left, in the last attempt.
    pub fn was_sent(&self) -> bool {
        self.0.phase != Phase::NotSent
    }

    /// How far the last attempt got.
    pub fn phase(&self) -> Phase {
        self.0.phase
    }

    /// How often the call was sent; 0 if it never came to that.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How to find out whether a write took effect whose answer was [lost](Self::is_ambiguous).
    pub fn how_to_check(&self) -> Option<&'static str> {
        self.is_ambiguous().then(|| self.0.route.how_to_check())
    }

    /// After a lost connection or a timeout, as opposed to a refusal.
    pub(crate) fn cost(&self) -> Cost {
        match self.0.failed {
            Failed::Refused(_) => Cost::Refusal,
            _ => Cost::Loss,
        }
    }

    /// Whether the last attempt may have been carried out, as far as anybody knows.
    pub(crate) fn may_have_done_it(&self) -> bool {
        self.was_sent() && !self.is_rate_limited()
    }
}

impl Inner {
    /// Of what was not sent.
    fn new(kind: ErrorKind, route: &'static Route, repeat: Repeat) -> Self {
        Self {
            kind,
            route,
            repeat,
            failed: Failed::ForGood,
            phase: Phase::NotSent,
            attempts: 0,
            status: None,
            status_inside: None,
            request_id: None,
            retry_after: None,
            detail: None,
            server_message: None,
            source: None,
        }
    }

    /// Of a call that may have been sent.
    fn of_call(kind: ErrorKind, call: &Call) -> Self {
        Self {
            attempts: call.attempts,
            phase: call.phase,
            ..Self::new(kind, call.route, call.repeat)
        }
    }

    /// No answer, or not all of it: for a request that must not be repeated that is worse.
    fn lost(kind: ErrorKind, call: &Call, phase: Phase) -> Self {
        let is_unsent = phase == Phase::NotSent;
        let mut inner = Self::of_call(kind, call);
        inner.phase = phase;
        inner.failed = if is_unsent {
            Failed::Unsent
        } else {
            Failed::Lost
        };
        if !is_unsent && call.repeat == Repeat::Never {
            inner.kind = ErrorKind::Ambiguous;
            inner.detail = Some(call.route.how_to_check().into());
        }
        inner
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
        write!(f, "{}: {}", inner.route.operation(), inner.kind)?;
        if let Some(status) = inner.status {
            write!(f, " (HTTP {}", status.as_u16())?;
            if let Some(inside) = inner.status_inside {
                write!(f, ", {} inside", inside.as_u16())?;
            }
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
            .field("operation", &inner.route.operation())
            .field("repeat", &inner.repeat)
            .field("phase", &inner.phase)
            .field("attempts", &inner.attempts);
        if let Some(status) = inner.status {
            fields.field("status", &status.as_u16());
        }
        if let Some(status) = inner.status_inside {
            fields.field("status_inside", &status.as_u16());
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
