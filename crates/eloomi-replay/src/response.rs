//! The response of an exchange.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;

use crate::{ExchangeError, Json, RecordedHeaders, base64};

/// A response as it was recorded, with placeholders for what is secret or changes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedResponse {
    /// The status code.
    pub status: StatusCode,
    /// The headers.
    pub headers: RecordedHeaders,
    /// The body.
    pub body: ResponseBody,
}

impl RecordedResponse {
    /// A response with neither headers nor body.
    pub fn new(status: StatusCode) -> Self {
        Self {
            status,
            headers: RecordedHeaders::new(),
            body: ResponseBody::none(),
        }
    }
}

impl fmt::Display for RecordedResponse {
    /// As it stands in the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.status.as_u16())?;
        self.headers.fmt(f)?;
        match self.body.kind() {
            "none" => Ok(()),
            "json" => writeln!(f, "\n{}", self.body),
            _ => write!(f, "\n{}", self.body),
        }
    }
}

/// The body of a recorded response.
///
/// # Examples
///
/// ```
/// use eloomi_replay::ResponseBody;
///
/// assert_eq!(ResponseBody::json(r#"{"status_code":200}"#)?.kind(), "json");
/// assert_eq!(ResponseBody::exact("<html></html>\n").kind(), "text");
/// assert_eq!(ResponseBody::exact(&[0x1f, 0x8b][..]).kind(), "base64");
/// # Ok::<(), eloomi_replay::ExchangeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseBody(Kind);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    None,
    Json(Json),
    Text(String),
    Bytes(Bytes),
}

impl ResponseBody {
    /// What [`kind`](Self::kind) may say.
    pub(crate) const KINDS: [&str; 4] = ["json", "text", "base64", "none"];

    /// No body.
    pub fn none() -> Self {
        Self::default()
    }

    /// JSON, in its canonical form.
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] if it is not JSON.
    pub fn json(text: &str) -> Result<Self, ExchangeError> {
        Json::parse(text).map(|json| Self(Kind::Json(json)))
    }

    /// These very bytes. They are stored as text if a text file can hold them unharmed:
    /// UTF-8 that ends with one newline and no blank before it, no line longer than 4,000
    /// characters, no control character but newline and tab; as base64 otherwise.
    pub fn exact(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self(match std::str::from_utf8(&bytes) {
            Ok("") => Kind::None,
            Ok(text) if is_plain(text) => Kind::Text(text.to_owned()),
            _ => Kind::Bytes(bytes),
        })
    }

    /// Reads a body of a file; the front matter says which of [`Self::KINDS`] it is.
    pub(crate) fn parse(kind: &str, text: &str) -> Result<Self, ExchangeError> {
        let wrong = |line, what| Err(ExchangeError::new(line, what));
        match kind {
            "none" if text.is_empty() => Ok(Self::none()),
            "none" => wrong(1, "a body, where the front matter says none"),
            _ if text.is_empty() => wrong(1, "no body, where the front matter says there is one"),
            "json" => Self::json(text),
            "text" => Ok(Self::exact(text.to_owned())),
            _ => match base64::decode(text) {
                Ok(bytes) => Ok(Self::exact(bytes)),
                Err(line) => wrong(line, "this is not base64"),
            },
        }
    }

    /// How it is stored: `json`, `text`, `base64` or `none`.
    pub fn kind(&self) -> &'static str {
        match self.0 {
            Kind::None => "none",
            Kind::Json(_) => "json",
            Kind::Text(_) => "text",
            Kind::Bytes(_) => "base64",
        }
    }

    /// The JSON, if it is stored as such.
    pub fn as_json(&self) -> Option<&Json> {
        match &self.0 {
            Kind::Json(json) => Some(json),
            _ => None,
        }
    }

    /// The bytes, placeholders unfilled; JSON as it is printed, without a final newline.
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Kind::None => b"",
            Kind::Json(json) => json.as_str().as_bytes(),
            Kind::Text(text) => text.as_bytes(),
            Kind::Bytes(bytes) => bytes,
        }
    }
}

impl fmt::Display for ResponseBody {
    /// As it stands in the file: JSON without a final newline, bytes as base64 in lines of 76.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::None => Ok(()),
            Kind::Json(json) => json.fmt(f),
            Kind::Text(text) => f.write_str(text),
            Kind::Bytes(bytes) => f.write_str(&base64::encode(bytes)),
        }
    }
}

/// Whether a text file, `git` and the review of snapshots leave it as it is.
fn is_plain(text: &str) -> bool {
    let blank_end = text
        .strip_suffix('\n')
        .is_none_or(|it| it.is_empty() || it.trim_end() != it);
    let odd = |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{feff}';
    let long = |line: &str| line.chars().count() > crate::exchange::LINE;
    !blank_end && !text.contains(odd) && !text.lines().any(long)
}
