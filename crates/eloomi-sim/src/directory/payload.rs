//! Bodies of requests, by their content type.

use axum::body::{Body, to_bytes};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Request, StatusCode};

use super::given::{Given, Members};
use super::refusal::Refusal;
use crate::behaviours;
use crate::incoming::TooLong;

/// What a body holds; null if it is empty.
pub(crate) async fn read(request: Request<Body>) -> Result<Given, Refusal> {
    let (head, body) = request.into_parts();
    if head.extensions.get::<TooLong>().is_some() {
        let text = "Payload content length greater than maximum allowed: 1048576";
        let status = StatusCode::PAYLOAD_TOO_LARGE;
        return Err(Refusal::new(status, text, &behaviours::LV_TOO_LONG));
    }
    // The pipeline has read it and has seen to its length.
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let kind = kind(&head.headers)?;
    parsed(&kind, &body)
}

/// The content type without its parameters; JSON if there is none.
fn kind(headers: &HeaderMap) -> Result<String, Refusal> {
    let Some(value) = headers.get(CONTENT_TYPE) else {
        return Ok("application/json".to_owned());
    };
    let text = value.to_str().unwrap_or_default();
    let kind = text.split(';').next().unwrap_or_default().trim();
    let is_sound = kind
        .split_once('/')
        .is_some_and(|(of, own)| !of.is_empty() && !own.is_empty());
    if !is_sound {
        let shows = &behaviours::LV_MEDIA_TYPE;
        return Err(Refusal::bad_request("Invalid content-type header", shows));
    }
    Ok(kind.to_ascii_lowercase())
}

fn parsed(kind: &str, body: &Bytes) -> Result<Given, Refusal> {
    let is_json =
        kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"));
    if is_json {
        if body.is_empty() {
            return Ok(Given::Null);
        }
        let broken = || {
            let text = "Invalid request payload JSON format";
            Refusal::bad_request(text, &behaviours::LV_BROKEN_JSON)
        };
        return Given::read(body).ok_or_else(broken);
    }
    if kind == "application/x-www-form-urlencoded" {
        return Ok(Given::Object(form(body)));
    }
    if kind.starts_with("text/") {
        return Ok(Given::Text(String::from_utf8_lossy(body).into_owned()));
    }
    let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
    Err(Refusal::new(
        status,
        "Unsupported Media Type",
        &behaviours::LV_MEDIA_TYPE,
    ))
}

/// A form or a query: what comes twice is a list.
pub(crate) fn form(text: &[u8]) -> Members {
    let mut members = Members::default();
    for (name, value) in form_urlencoded::parse(text) {
        members.add(name.into_owned(), Given::Text(value.into_owned()));
    }
    members
}
