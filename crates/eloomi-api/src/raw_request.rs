//! A request that no type describes.

use std::fmt;

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use http::{HeaderValue, Method, Request, header::CONTENT_TYPE};

/// Any request at all, for what this library does not have: authorized, timed and capped like the others. Gives the answer as it came, whatever its status.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, RawRequest};
/// use http::Method;
///
/// async fn skills(client: &Client) -> Result<usize, eloomi_core::Error> {
///     // Nobody has documented this path: see what comes.
///     let reply = client.send(RawRequest::new(Method::GET, "/v3/skills?page=1")).await?;
///     Ok(reply.body.len())
/// }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until a client sends it"]
pub struct RawRequest {
    method: Method,
    target: String,
    json: Option<Bytes>,
    repeat: Repeat,
}

/// Neither has a path to log: a raw target may hold anything.
static RAW_READ: Route = Route::new("rawRequest", Method::GET, "/…", Repeat::Safe);
static RAW_WRITE: Route = Route::new("rawRequest", Method::POST, "/…", Repeat::Never);

impl RawRequest {
    /// A request for `target`, a path and perhaps a query: `/v3/skills?page=1`. Its parts must
    /// be percent-encoded already.
    pub fn new(method: Method, target: impl Into<String>) -> Self {
        let repeat = if method.is_safe() {
            Repeat::Safe
        } else {
            Repeat::Never
        };
        Self {
            method,
            target: target.into(),
            json: None,
            repeat,
        }
    }

    /// Sends this JSON as the body.
    pub fn json(mut self, json: impl Into<Bytes>) -> Self {
        self.json = Some(json.into());
        self
    }

    /// Says whether the request may be sent twice; by default only a safe method
    /// (RFC 9110 §9.2.1) may.
    pub fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = repeat;
        self
    }
}

impl Endpoint for RawRequest {
    type Output = Reply;

    fn route(&self) -> &'static Route {
        if self.method.is_safe() {
            &RAW_READ
        } else {
            &RAW_WRITE
        }
    }

    fn repeat(&self) -> Repeat {
        self.repeat
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        let mut request = Request::builder()
            .method(self.method.clone())
            .uri(&self.target)
            .body(self.json.clone().unwrap_or_default())
            .map_err(|_| RequestError::new("target", "is not a path with an encoded query"))?;
        if self.json.is_some() {
            let json = HeaderValue::from_static("application/json");
            request.headers_mut().insert(CONTENT_TYPE, json);
        }
        Ok(request)
    }

    fn response(&self, reply: &Reply) -> Result<Reply, ResponseError> {
        Ok(reply.clone())
    }
}

impl fmt::Debug for RawRequest {
    /// The method and the size of the body: target and body may name people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawRequest")
            .field("method", &self.method)
            .field("json", &self.json.as_ref().map(Bytes::len))
            .field("repeat", &self.repeat)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_neither_target_nor_body() {
        let request =
            RawRequest::new(Method::POST, "/v3/users-email/mark").json("{\"a\":\"mark\"}");
        assert!(!format!("{request:?}").contains("mark"));
    }
}
