//! Refusals: one body for all of them.

use std::borrow::Cow;

use http::StatusCode;
use http::header::{HeaderValue, WWW_AUTHENTICATE};

use super::reply;
use super::rules::Invalid;
use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::json::Json;

/// Why a request is refused: `behaviours::LV_ERROR_BODY`.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    message: Cow<'static, str>,
    /// Where a value is invalid, and which.
    validation: Option<(&'static str, Vec<String>)>,
    challenge: Option<&'static str>,
    shows: &'static Behaviour,
}

impl Refusal {
    pub(crate) fn new(
        status: StatusCode,
        message: impl Into<Cow<'static, str>>,
        shows: &'static Behaviour,
    ) -> Self {
        Self {
            status,
            message: message.into(),
            validation: None,
            challenge: None,
            shows,
        }
    }

    pub(crate) fn bad_request(message: &'static str, shows: &'static Behaviour) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message, shows)
    }

    pub(crate) fn unauthorized(message: &'static str, shows: &'static Behaviour) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, message, shows)
    }

    pub(crate) fn forbidden(message: &'static str, shows: &'static Behaviour) -> Self {
        Self::new(StatusCode::FORBIDDEN, message, shows)
    }

    pub(crate) fn not_found(message: &'static str, shows: &'static Behaviour) -> Self {
        Self::new(StatusCode::NOT_FOUND, message, shows)
    }

    /// A failure of the service, which is often the caller's.
    pub(crate) fn failure(shows: &'static Behaviour) -> Self {
        let message = "An internal server error occurred";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, message, shows)
    }

    /// Something in the body or the query is not what it must be.
    pub(crate) fn invalid(source: &'static str, invalid: Invalid) -> Self {
        let shows = &behaviours::LV_VALIDATION;
        let mut refusal = Self::new(StatusCode::BAD_REQUEST, invalid.text, shows);
        refusal.validation = Some((source, invalid.keys));
        refusal
    }

    /// The id in the path can be none.
    pub(crate) fn bad_id() -> Self {
        let mut refusal = Self::bad_request("Invalid App Id", &behaviours::LV_BAD_ID);
        refusal.validation = Some(("params", Vec::new()));
        refusal
    }

    /// The same with `WWW-Authenticate`.
    pub(crate) fn challenging(mut self, challenge: &'static str) -> Self {
        self.challenge = Some(challenge);
        self
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        let status = refusal.status;
        let mut members = vec![
            ("statusCode", u64::from(status.as_u16()).into()),
            (
                "error",
                status.canonical_reason().unwrap_or_default().into(),
            ),
            ("message", Json::text(refusal.message)),
        ];
        if let Some((source, keys)) = refusal.validation {
            let keys = keys.into_iter().map(Json::from).collect();
            let validation = vec![("source", source.into()), ("keys", Json::List(keys))];
            members.push(("validation", Json::Object(validation)));
        }
        let answer = reply::json(status, Json::Object(members), refusal.shows);
        match refusal.challenge {
            Some(challenge) => answer.header(WWW_AUTHENTICATE, HeaderValue::from_static(challenge)),
            None => answer,
        }
    }
}
