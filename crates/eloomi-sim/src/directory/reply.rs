//! Answers, with the headers that all of them carry.

use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};

use crate::answer::Answer;
use crate::behaviours::Behaviour;
use crate::json::Json;

/// An answer of JSON: `behaviours::LV_HEADERS`.
pub(crate) fn json(status: StatusCode, body: Json, shows: &'static Behaviour) -> Answer {
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    Answer::json(status, body, shows)
        .header(CACHE_CONTROL, HeaderValue::from_static("no-cache"))
        .header(CONTENT_TYPE, json)
}

/// An answer without a body.
pub(crate) fn empty(status: StatusCode, shows: &'static Behaviour) -> Answer {
    let no_cache = HeaderValue::from_static("no-cache");
    Answer::without_body(status, shows).header(CACHE_CONTROL, no_cache)
}
