//! The envelope around every body under /v3.

use std::borrow::Cow;

use http::StatusCode;

use crate::answer::Answer;
use crate::behaviours::Behaviour;
use crate::json::Json;

/// 200 with data; the text is in `extended_message`.
pub(crate) fn success(text: &'static str, data: Json, shows: &'static Behaviour) -> Answer {
    let mut members = head(StatusCode::OK, Json::Null, text.into());
    members.push(("data", data));
    Answer::json(StatusCode::OK, Json::Object(members), shows)
}

/// 200 without data; the text is in `extended_message`.
pub(crate) fn done(text: &'static str, shows: &'static Behaviour) -> Answer {
    let members = head(StatusCode::OK, Json::Null, text.into());
    Answer::json(StatusCode::OK, Json::Object(members), shows)
}

/// 200 without data; the text is in `message`: `behaviours::DELETED_TEXT`.
pub(crate) fn deleted(text: &'static str, shows: &'static Behaviour) -> Answer {
    let members = head(StatusCode::OK, text.into(), Json::Null);
    Answer::json(StatusCode::OK, Json::Object(members), shows)
}

/// 400 without data; the cause is in `extended_message`: `behaviours::BAD_REQUEST`.
pub(crate) fn bad_request(
    cause: impl Into<Cow<'static, str>>,
    shows: &'static Behaviour,
) -> Answer {
    let status = StatusCode::BAD_REQUEST;
    let general = "Something is wrong with the request. Correct it and try again.".into();
    Answer::json(
        status,
        Json::Object(head(status, general, Json::text(cause))),
        shows,
    )
}

/// The members that all bodies share, in the documented order: `behaviours::ENVELOPE`.
pub(crate) fn head(status: StatusCode, message: Json, extended: Json) -> Vec<(&'static str, Json)> {
    vec![
        ("status", status.canonical_reason().into()),
        ("status_code", u64::from(status.as_u16()).into()),
        ("message", message),
        ("extended_message", extended),
    ]
}
