//! Judging an answer: status first, then what came in place of JSON, then the value.

use eloomi_core::{ErrorKind, Reply, ResponseError};
use eloomi_wire::{DecodeError, Extra, RawJson, Text, decode};
use http::{StatusCode, header::CONTENT_LENGTH};
use serde::de::DeserializeOwned;

use crate::{ErrorBody, Reason, Refusal, UserPage, needs::Needs};

/// The value of a success.
pub(crate) fn value<T: DeserializeOwned>(reply: &Reply, needs: &Needs) -> Result<T, ResponseError> {
    success(reply, needs)?;
    decode(&reply.body).map_err(|error| match reply.instead_of_an_object() {
        Some(what) => unexpected(error).detail(what),
        None if reply.status == StatusCode::PARTIAL_CONTENT => {
            unexpected(error).detail("a part of an answer came, which nobody has asked for")
        }
        None => unexpected(error),
    })
}

/// A page. It must have results: an answer that was cut short where nobody notices must not pass for
/// an empty page.
pub(crate) fn page(reply: &Reply, needs: &Needs) -> Result<UserPage, ResponseError> {
    let members: Extra = value(reply, needs)?;
    if members.get("results").is_none_or(RawJson::is_null) {
        let detail = "there are no `results` in it";
        return Err(ResponseError::new(ErrorKind::Decode).detail(detail));
    }
    value(reply, needs)
}

/// One item of a list.
pub(crate) fn item<T: DeserializeOwned>(json: &[u8]) -> Result<T, ResponseError> {
    decode(json).map_err(unexpected)
}

/// Whether the answer is a success, of any body but an HTML page: that is what a GET of a wrong
/// path is answered with, with 200 (measured).
fn success(reply: &Reply, needs: &Needs) -> Result<(), ResponseError> {
    if let Some(refusal) = ResponseError::of_status(reply.status) {
        return Err(explained(refusal, reply, needs));
    }
    if reply.is_html() {
        let reason = Reason::WrongPath;
        return Err(ResponseError::new(ErrorKind::Decode)
            .detail(reason.to_string())
            .source(Refusal::new(reply.status, reason, None)));
    }
    Ok(())
}

/// Adds the reason, and what the call needs where that is the reason.
fn explained(refusal: ResponseError, reply: &Reply, needs: &Needs) -> ResponseError {
    let body: Option<ErrorBody> = decode(&reply.body).ok();
    let reason = reason(reply, body.as_ref());
    let message = body.as_ref().and_then(|body| body.message.clone());
    let told = Refusal::new(reply.status, reason, body);
    let detail = match reason {
        Reason::Other => None,
        Reason::OutOfScope => Some(format!("{reason}: it needs {}", needs.scope)),
        Reason::InsufficientRights => Some(format!(
            "{reason}: it is for {}, with {}",
            needs.person, needs.scope
        )),
        _ => Some(told.to_string()),
    };
    let mut refusal = refusal.source(told);
    if let Some(detail) = detail {
        refusal = refusal.detail(detail);
    }
    if let Some(message) = message {
        refusal = refusal.server_message(message);
    }
    if reason == Reason::Failed {
        refusal = refusal.is_final();
    }
    refusal
}

/// Why, by the status and the words that were measured with it.
pub(crate) fn reason(reply: &Reply, body: Option<&ErrorBody>) -> Reason {
    let message = body.and_then(|body| body.message.as_deref()).unwrap_or("");
    match (reply.status.as_u16(), message) {
        (400, "Invalid App Id") => Reason::InvalidId,
        (400, "email_already_used") => Reason::EmailTaken,
        (400, "Invalid request payload JSON format") => Reason::InvalidBody,
        (400, _) if is_about_the_body(body) => Reason::InvalidBody,
        (400, _) if body.is_some_and(|body| body.validation.is_some()) => Reason::Invalid,
        (400, _) if is_bare(reply) => Reason::HeadTooLarge,
        (401, "Missing authentication") => Reason::MissingToken,
        (401, "invalid_token") => Reason::InvalidToken,
        (401, "token_expired") => Reason::TokenExpired,
        (401, "user_disabled") => Reason::UserDisabled,
        (403, "out_of_scope") => Reason::OutOfScope,
        (403, "insufficient_rights" | "Insufficient rights") => Reason::InsufficientRights,
        (403, "Forbidden") => Reason::MissingCrumb,
        (404, "User Not Found") => Reason::NoSuchUser,
        (404, "Not Found") => Reason::NothingThere,
        (413, _) => Reason::BodyTooLarge,
        (415, _) => Reason::MediaType,
        (500, _) if body.is_some_and(|body| body.status_code == Some(500)) => Reason::Failed,
        _ => Reason::Other,
    }
}

/// A failed validation of the body as a whole goes by an empty name (measured).
fn is_about_the_body(body: Option<&ErrorBody>) -> bool {
    let validation = body.and_then(|body| body.validation.as_ref());
    validation.is_some_and(|it| it.keys.iter().map(Text::as_str).eq([""]))
}

/// Whether nothing came but the status. A stack may have added a length of nothing.
fn is_bare(reply: &Reply) -> bool {
    let mut names = reply.headers.keys();
    reply.body.is_empty() && names.all(|name| name == CONTENT_LENGTH)
}

fn unexpected(error: DecodeError) -> ResponseError {
    ResponseError::new(ErrorKind::Decode).source(error)
}
