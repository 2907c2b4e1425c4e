//! Bodies: JSON and forms by their members, other texts if they are known, nothing else.

use std::io::Read as _;

use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use http::{HeaderMap, StatusCode, header};

use super::{
    members::Members,
    unknown::Unknowns,
    values::{Place, Values},
};
use crate::{
    Json, Pairs, RequestBody, ResponseBody,
    headers::media_type,
    json_tree::Tree,
    redaction::{Operation, Rule},
};

/// What stands in a file for a body that may not.
const MARK: &str = "This body was not written: no rule knows it.\n";

/// The most that a compressed body may become.
const DECODED: u64 = 32 * 1024 * 1024;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// A body without its content coding; none if it cannot be undone.
pub(super) fn decoded(headers: &HeaderMap, body: &Bytes) -> Option<Bytes> {
    let mut codings = headers.get_all(header::CONTENT_ENCODING).iter();
    let coding = codings.next().map_or(Ok(""), |it| it.to_str()).ok()?;
    if codings.next().is_some() {
        return None;
    }
    match coding.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Some(body.clone()),
        "gzip" | "x-gzip" => {
            let mut out = Vec::new();
            let mut decoder = MultiGzDecoder::new(&body[..]).take(DECODED);
            decoder.read_to_end(&mut out).ok()?;
            (out.len() as u64 != DECODED).then(|| out.into())
        }
        _ => None,
    }
}

/// The media type that a message says it has.
fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}

/// What is written of a request's body, and of its `content-type`.
pub(super) fn request(
    values: &Values<'_>,
    operation: Option<&Operation>,
    headers: &HeaderMap,
    body: Option<Bytes>,
    unknown: &mut Unknowns,
) -> (RequestBody, Option<&'static str>) {
    const PLACE: &str = "request body";
    let nothing = (RequestBody::None, None);
    let Some(body) = body else {
        unknown.add(PLACE, "a content coding that is not undone");
        return nothing;
    };
    if body.is_empty() {
        return nothing;
    }
    let Ok(text) = std::str::from_utf8(&body) else {
        unknown.add(PLACE, "no UTF-8");
        return nothing;
    };
    let rule = operation.and_then(|it| it.body.as_ref());
    let members = Members {
        values,
        data: None,
        side: PLACE,
    };
    match content_type(headers).map(media_type).as_deref() {
        Some(JSON) => {
            let Ok(tree) = Tree::parse(text) else {
                unknown.add(PLACE, "no JSON, where content-type says so");
                return nothing;
            };
            let written = members.body(rule, &tree, unknown);
            let json = written.and_then(|it| Json::parse(&it).ok());
            json.map_or(nothing, |json| (RequestBody::Json(json), Some(JSON)))
        }
        Some(FORM) => {
            let names = |name: &str| match rule {
                Some(Rule::Model(models)) => super::members::find(values.rules, models, name),
                _ => None,
            };
            let form = Members::pairs(values, &Pairs::live(text), names, PLACE, unknown);
            match Pairs::parse(&form) {
                Ok(form) if !form.is_empty() => (RequestBody::Form(form), Some(FORM)),
                _ => nothing,
            }
        }
        _ => {
            unknown.add(PLACE, "neither JSON nor a form");
            nothing
        }
    }
}

/// What is written of a response's body, and of its `content-type`.
///
/// JSON is known by itself: services send it under other types, too.
pub(super) fn response(
    values: &Values<'_>,
    operation: Option<&Operation>,
    (status, headers): (StatusCode, &HeaderMap),
    body: Option<Bytes>,
    unknown: &mut Unknowns,
) -> (ResponseBody, Option<String>) {
    const PLACE: &str = "response body";
    let content_type = content_type(headers).and_then(|value| {
        let rule = values.rules.response_headers.get("content-type");
        values.text(rule, value, "response header content-type", unknown)
    });
    let may_have_one = !matches!(status.as_u16(), 204 | 304) && !status.is_informational();
    if body.as_ref().is_some_and(Bytes::is_empty) || !may_have_one {
        return (ResponseBody::none(), content_type);
    }
    let mark = |why, unknown: &mut Unknowns| {
        unknown.add(PLACE, why);
        ResponseBody::exact(MARK)
    };
    let Some(body) = body else {
        return (
            mark("a content coding that is not undone", unknown),
            content_type,
        );
    };
    let Ok(text) = std::str::from_utf8(&body) else {
        return (mark("no UTF-8", unknown), content_type);
    };
    if text == MARK {
        return (ResponseBody::exact(MARK), content_type);
    }
    if let Some(known) = values.body(text) {
        return (ResponseBody::exact(known), content_type);
    }
    let Ok(tree) = Tree::parse(text) else {
        return (
            mark("neither JSON nor a text that is known", unknown),
            content_type,
        );
    };
    let members = Members {
        values,
        data: operation.and_then(|it| it.data.as_ref()),
        side: PLACE,
    };
    let rule = operation.and_then(|it| it.reply.as_ref());
    let written = members.body(rule, &tree, unknown);
    let json = written.and_then(|it| ResponseBody::json(&it).ok());
    let json = json.unwrap_or_else(|| ResponseBody::exact(MARK));
    (json, content_type)
}

/// Which side a place is on, for what is remembered as secret.
pub(super) fn look_for_secrets(
    secrets: &mut super::secrets::Secrets,
    rules: &crate::redaction::Redaction,
    body: Option<&Bytes>,
) {
    let Some(text) = body.and_then(|body| std::str::from_utf8(body).ok()) else {
        return;
    };
    if let Ok(tree) = Tree::parse(text) {
        secrets.look(rules, &tree);
        return;
    }
    for (name, value) in Pairs::live(text).iter() {
        let value = crate::percent::decoded(value.unwrap_or_default());
        secrets.note(rules, Place::Field, &crate::percent::decoded(name), &value);
    }
}
