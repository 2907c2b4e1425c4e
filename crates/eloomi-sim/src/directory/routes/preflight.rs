//! `OPTIONS`, which browsers ask before they call another origin.

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_METHOD, HeaderValue, ORIGIN,
};
use http::{Request, StatusCode};

use crate::answer::Answer;
use crate::behaviours;
use crate::directory::cors;
use crate::directory::refusal::Refusal;
use crate::directory::reply;
use crate::json::Json;

/// `behaviours::LV_PREFLIGHT`
pub(super) fn answer(request: &Request<Body>) -> Response {
    let shows = &behaviours::LV_PREFLIGHT;
    let headers = request.headers();
    let Some(method) = headers.get(ACCESS_CONTROL_REQUEST_METHOD) else {
        let text = "CORS error: Missing Access-Control-Request-Method header";
        return Answer::from(Refusal::not_found(text, shows)).into_response();
    };
    if !headers.contains_key(ORIGIN) {
        let text = "CORS error: Missing Origin header";
        return Answer::from(Refusal::not_found(text, shows)).into_response();
    }
    if !cors::is_allowed(headers) {
        let text = "CORS error: Origin not allowed";
        let body = Json::Object(vec![("message", text.into())]);
        return reply::json(StatusCode::OK, body, shows).into_response();
    }
    let allowed = HeaderValue::from_static("Accept,Authorization,Content-Type,If-None-Match");
    reply::empty(StatusCode::OK, shows)
        .header(ACCESS_CONTROL_ALLOW_METHODS, method.clone())
        .header(ACCESS_CONTROL_ALLOW_HEADERS, allowed)
        .header(ACCESS_CONTROL_MAX_AGE, 86_400)
        .into_response()
}
