//! What a request carries: in its query or in its body.

use eloomi::{RawRequest, http::Method};

use super::method;
use crate::{failure::Failure, members::Members};

/// The request with all that the command line gives.
pub(super) async fn request(
    members: &Members,
    method: &Method,
    path: &str,
) -> Result<RawRequest, Failure> {
    let is_body = method::has_body(method) && !members.has_input();
    if members.has_input() && method.is_safe() {
        let message = format!("{method} has no body, so --input has no place");
        return Err(Failure::usage(message));
    }
    let mut request = RawRequest::new(method.clone(), path);
    if let Some(json) = members.input().await? {
        request = request.json(json.as_str().to_owned());
    }
    if is_body {
        return Ok(match members.object()? {
            Some(json) => request.json(json.as_str().to_owned()),
            None => request,
        });
    }
    if members.has_values() {
        let message = "-F is for the body, and here fields go into the query";
        return Err(Failure::usage(message).hint("-f KEY=VALUE"));
    }
    for text in members.texts() {
        let (key, value) = text?;
        request = request.query(key, Some(value));
    }
    Ok(request)
}
