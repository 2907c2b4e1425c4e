//! Reading the four values of a token request, from wherever they stand.

use std::convert::Infallible;

use axum::body::to_bytes;
use axum::extract::Request;
use bytes::Bytes;
use futures_util::stream;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use multer::Multipart;
use serde_json::Value;

/// A token request has no business being longer.
const LONGEST_BODY: usize = 64 * 1024;

/// The four values. No `Debug`: one of them is a secret.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) grant_type: Option<String>,
    pub(super) client_id: Option<String>,
    pub(super) client_secret: Option<String>,
    pub(super) scope: Option<String>,
}

/// The body is too long, broken, or of an unknown type.
pub(super) struct Unreadable;

impl Asked {
    pub(super) async fn read(request: Request) -> Result<Self, Unreadable> {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, LONGEST_BODY).await.map_err(|_| Unreadable)?;
        if body.is_empty() {
            return Ok(Self::from_headers(&head.headers));
        }
        let content_type = head.headers.get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let content_type = content_type.ok_or(Unreadable)?;
        let essence = content_type.split(';').next().unwrap_or_default();
        match essence.trim().to_ascii_lowercase().as_str() {
            "application/x-www-form-urlencoded" => Ok(Self::from_form(&body)),
            "application/json" => Self::from_json(&body),
            "multipart/form-data" => Self::from_multipart(content_type, body).await,
            _ => Err(Unreadable),
        }
    }

    /// `behaviours::TOKEN_HEADERS`.
    fn from_headers(headers: &HeaderMap) -> Self {
        let mut asked = Self::default();
        for name in ["grant_type", "client_id", "client_secret", "scope"] {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            if let Some(value) = value {
                asked.set(name, value.to_owned());
            }
        }
        asked
    }

    /// `behaviours::TOKEN_FORM`.
    fn from_form(body: &[u8]) -> Self {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            asked.set(&name, value.into_owned());
        }
        asked
    }

    /// `behaviours::TOKEN_JSON`.
    fn from_json(body: &[u8]) -> Result<Self, Unreadable> {
        let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
            return Err(Unreadable);
        };
        let mut asked = Self::default();
        for (name, value) in members {
            match value {
                Value::String(text) => asked.set(&name, text),
                Value::Number(number) => asked.set(&name, number.to_string()),
                _ => {}
            }
        }
        Ok(asked)
    }

    /// `behaviours::TOKEN_MULTIPART`.
    async fn from_multipart(content_type: &str, body: Bytes) -> Result<Self, Unreadable> {
        let boundary = multer::parse_boundary(content_type).map_err(|_| Unreadable)?;
        let stream = stream::iter([Ok::<_, Infallible>(body)]);
        let mut parts = Multipart::new(stream, boundary);
        let mut asked = Self::default();
        while let Some(part) = parts.next_field().await.map_err(|_| Unreadable)? {
            let name = part.name().unwrap_or_default().to_owned();
            let value = part.text().await.map_err(|_| Unreadable)?;
            asked.set(&name, value);
        }
        Ok(asked)
    }

    /// Of a value that comes twice the last one counts, as in PHP.
    fn set(&mut self, name: &str, value: String) {
        let slot = match name {
            "grant_type" => &mut self.grant_type,
            "client_id" => &mut self.client_id,
            "client_secret" => &mut self.client_secret,
            "scope" => &mut self.scope,
            _ => return,
        };
        *slot = Some(value);
    }
}
