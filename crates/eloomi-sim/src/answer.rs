//! An answer before it is bytes: status, headers, JSON, and the behaviour it shows.

use std::borrow::Cow;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use http::{HeaderValue, StatusCode};

use crate::behaviours::Behaviour;
use crate::json::Json;

/// What a route answers. It cannot be made without naming a behaviour.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Option<Json>,
    behaviour: &'static Behaviour,
}

/// Travels in the response's extensions until the pipeline writes it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) behaviour: &'static Behaviour,
    pub(crate) body: Option<Json>,
}

/// The route that a request reached, such as `/v3/users/{id}`. It travels like [`Told`].
#[derive(Clone, Debug)]
pub(crate) struct Reached(pub(crate) Cow<'static, str>);

impl Answer {
    pub(crate) fn json(status: StatusCode, body: Json, behaviour: &'static Behaviour) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Some(body),
            behaviour,
        }
    }

    /// 204: no body, by the law of HTTP.
    pub(crate) fn no_content(behaviour: &'static Behaviour) -> Self {
        Self::without_body(StatusCode::NO_CONTENT, behaviour)
    }

    pub(crate) fn without_body(status: StatusCode, behaviour: &'static Behaviour) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: None,
            behaviour,
        }
    }

    /// `{"message": …}`, as Laravel answers where eloomi says nothing.
    pub(crate) fn message(
        status: StatusCode,
        text: &'static str,
        behaviour: &'static Behaviour,
    ) -> Self {
        let body = Json::Object(vec![("message", text.into())]);
        Self::json(status, body, behaviour)
    }

    pub(crate) fn header(mut self, name: HeaderName, value: impl Into<HeaderValue>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        // Laravel's stock header on every answer.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache, private"));
        if self.body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        for (name, value) in self.headers {
            headers.insert(name, value);
        }
        response.extensions_mut().insert(Told {
            behaviour: self.behaviour,
            body: self.body,
        });
        response
    }
}
