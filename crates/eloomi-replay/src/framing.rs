//! A recorded response as it is sent: which of its parts, and how long it says it is.

use bytes::Bytes;
use http::{Method, Response, StatusCode, Version, header::CONTENT_LENGTH};

use crate::{Exchange, HttpVersion, Values};

/// The answer to a request of `method`.
///
/// `content-length` is computed. The answer to a HEAD says how long its body would be and has
/// none (RFC 9110 §9.3.2); neither has an answer whose status forbids one (§15.3.5, §15.4.5).
pub(crate) fn answer(
    exchange: &Exchange,
    method: &Method,
    values: &Values,
) -> Result<Response<Bytes>, http::Error> {
    let recorded = &exchange.response;
    let mut answer = recorded.to_http(values)?.map(|_| recorded.bytes(values));
    let has_no_body = recorded.status.is_informational()
        || [StatusCode::NO_CONTENT, StatusCode::NOT_MODIFIED].contains(&recorded.status);
    if has_no_body {
        answer.headers_mut().remove(CONTENT_LENGTH);
    }
    if has_no_body || method == Method::HEAD {
        answer.body_mut().clear();
    }
    if exchange.front.http == Some(HttpVersion::Http2) {
        *answer.version_mut() = Version::HTTP_2;
    }
    Ok(answer)
}
