//! The request of an exchange.

use std::fmt;

use http::Method;

use crate::{ExchangeError, Json, Pairs, RecordedHeaders, Target};

/// A request as it was recorded: no host, and placeholders for what is secret.
///
/// # Examples
///
/// ```
/// use eloomi_replay::{RecordedHeaders, RecordedRequest, RequestBody, Target};
/// use http::Method;
///
/// let mut headers = RecordedHeaders::new();
/// headers.append("accept", "application/json")?;
/// let target = Target::parse("/v3/users?page=1")?;
/// let request = RecordedRequest::new(Method::GET, target, headers, RequestBody::None)?;
/// assert_eq!(request.to_string(), "GET /v3/users?page=1\naccept: application/json\n");
/// # Ok::<(), eloomi_replay::ExchangeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedRequest {
    method: Method,
    target: Target,
    headers: RecordedHeaders,
    body: RequestBody,
}

/// The body of a recorded request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestBody {
    /// There is none.
    #[default]
    None,
    /// `application/json`.
    Json(Json),
    /// `application/x-www-form-urlencoded`, printed as one line, in its order.
    Form(Pairs),
    /// Whatever its `content-type` says, or none: what is no JSON and no form, as it was sent. Its
    /// file says `wire: request: text`.
    Text(String),
}

impl RequestBody {
    /// Reads a body of a file; its media type says what it is.
    pub(crate) fn parse(media_type: Option<&str>, text: &str) -> Result<Self, ExchangeError> {
        if text.is_empty() {
            return Ok(Self::None);
        }
        match media_type {
            Some("application/json") => Json::parse(text).map(Self::Json),
            Some("application/x-www-form-urlencoded") => Pairs::parse(text).map(Self::Form),
            _ => Err(ExchangeError::new(
                1,
                "a request's body is JSON or a form, and its content-type says so",
            )),
        }
    }
}

impl fmt::Display for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Json(json) => json.fmt(f),
            Self::Form(form) => form.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl RecordedRequest {
    /// A request.
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] if there is a body and `content-type` does not say
    /// `application/json` or `application/x-www-form-urlencoded`, as it is, or the form is
    /// empty; or if the body is a text that is empty or begins or ends with a line end.
    pub fn new(
        method: Method,
        target: Target,
        headers: RecordedHeaders,
        body: RequestBody,
    ) -> Result<Self, ExchangeError> {
        let written = body.to_string();
        let fits = match &body {
            RequestBody::Text(text) => !text.is_empty() && text.trim_matches('\n') == text,
            _ => RequestBody::parse(headers.media_type().as_deref(), &written)? == body,
        };
        if !fits {
            let what = "the content-type does not fit the request's body";
            return Err(ExchangeError::new(1, what));
        }
        Ok(Self {
            method,
            target,
            headers,
            body,
        })
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Path and query.
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The headers.
    pub fn headers(&self) -> &RecordedHeaders {
        &self.headers
    }

    /// The body.
    pub fn body(&self) -> &RequestBody {
        &self.body
    }
}

impl fmt::Display for RecordedRequest {
    /// As it stands in the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.method, self.target)?;
        self.headers.fmt(f)?;
        if self.body == RequestBody::None {
            return Ok(());
        }
        writeln!(f, "\n{}", self.body)
    }
}
