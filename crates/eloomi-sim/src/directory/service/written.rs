//! Bodies of answers as they go out: whole, compressed, or a part.

use axum::body::Body;
use axum::response::Response;
use http::header::{ACCEPT_RANGES, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE, RANGE, VARY};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode};

use crate::body;
use crate::eloomi::switches::Escapes;
use crate::json::Json;

/// Bodies from here on are compressed for clients that accept it: `behaviours::LV_GZIP`.
const COMPRESSED: usize = 1024;

pub(super) fn write(response: &mut Response, body: &Json, asked: &Parts) {
    let text = body.render(Escapes::Json);
    let is_long = text.len() >= COMPRESSED;
    let gzip = is_long && body::accepts_gzip(&asked.headers);
    let part = part_asked(response, asked, text.len()).filter(|_| !gzip);
    let is_read = asked.method == Method::GET && response.status() == StatusCode::OK;
    match part {
        Some(part) => write_part(response, &text, part),
        None => body::fill(response, text, gzip, &asked.method),
    }
    let headers = response.headers_mut();
    if is_long {
        headers.insert(VARY, HeaderValue::from_static("origin,accept-encoding"));
    }
    if is_read && !headers.contains_key(CONTENT_ENCODING) {
        headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    }
}

/// First and last byte, `behaviours::LV_RANGE`; `None` for the whole.
fn part_asked(response: &Response, asked: &Parts, length: usize) -> Option<(usize, usize)> {
    if asked.method != Method::GET || response.status() != StatusCode::OK {
        return None;
    }
    let range = asked.headers.get(RANGE)?.to_str().ok()?;
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let (first, last) = match (first.parse().ok(), last) {
        (Some(first), "") => (first, length.checked_sub(1)?),
        (Some(first), last) => (
            first,
            last.parse::<usize>().ok()?.min(length.checked_sub(1)?),
        ),
        (None, last) if first.is_empty() => {
            let count: usize = last.parse().ok()?;
            (length.saturating_sub(count), length.checked_sub(1)?)
        }
        _ => return None,
    };
    (first <= last).then_some((first, last))
}

fn write_part(response: &mut Response, text: &str, (first, last): (usize, usize)) {
    let bytes = text.as_bytes()[first..=last].to_vec();
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, bytes.len().into());
    let range = format!("bytes {first}-{last}/{}", text.len());
    if let Ok(range) = HeaderValue::try_from(range) {
        headers.insert(CONTENT_RANGE, range);
    }
    *response.body_mut() = Body::from(bytes);
}
