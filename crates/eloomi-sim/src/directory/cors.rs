//! Origins that a browser may call from.

use http::HeaderMap;
use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue, ORIGIN,
};

/// The one that the server was configured with.
const ALLOWED: &str = "http://localhost:8000";

pub(crate) fn is_allowed(asked: &HeaderMap) -> bool {
    asked.get(ORIGIN).is_some_and(|origin| origin == ALLOWED)
}

/// `behaviours::LV_CORS`
pub(crate) fn dress(answer: &mut HeaderMap, asked: &HeaderMap) {
    if is_allowed(asked) {
        let exposed = HeaderValue::from_static("WWW-Authenticate,Server-Authorization");
        answer.insert(
            ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static(ALLOWED),
        );
        answer.insert(ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
    }
}
