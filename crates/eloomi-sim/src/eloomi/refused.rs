//! Input that the service refuses.

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};

use crate::behaviours::{self, Behaviour};
use crate::eloomi::envelope;

/// Why a write is refused; it becomes `behaviours::BAD_REQUEST`. Nothing has changed then.
#[derive(Debug)]
pub(crate) struct Refused {
    cause: Cow<'static, str>,
    shows: &'static Behaviour,
}

impl Refused {
    pub(crate) fn new(cause: impl Into<Cow<'static, str>>, shows: &'static Behaviour) -> Self {
        let cause = cause.into();
        Self { cause, shows }
    }

    pub(crate) fn wrong_type(field: &str) -> Self {
        let cause = format!("The value of {field} has the wrong type.");
        Self::new(cause, &behaviours::WRONG_TYPE)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        envelope::bad_request(self.cause, self.shows).into_response()
    }
}
