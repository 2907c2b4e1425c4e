//! A request that no type describes.

use std::fmt::{self, Display};

use bytes::Bytes;
use http::{HeaderValue, Method, Request, header::CONTENT_TYPE};

use crate::{Endpoint, Repeat, Reply, RequestBuilder, RequestError, ResponseError, Route};

/// Any request at all, for what no type describes: authorized, timed and capped like the others.
/// Gives the answer as it came, whatever its status.
///
/// # Examples
///
/// ```
/// use eloomi_core::{Error, RawRequest, Session};
/// use http::Method;
///
/// async fn skills(session: &Session) -> Result<usize, Error> {
///     // Nobody has documented this path: see what comes.
///     let request = RawRequest::new(Method::GET, "/v3/skills").query("page", Some(1));
///     let reply = session.send(request).await?;
///     Ok(reply.body.len())
/// }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until a client sends it"]
pub struct RawRequest {
    method: Method,
    target: String,
    /// Names and values for the query, not encoded yet.
    query: Vec<(String, String)>,
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
            query: Vec::new(),
            json: None,
            repeat,
        }
    }

    /// Adds `name=value` to the query of the target; nothing if there is no value. Both are
    /// encoded here.
    pub fn query<V: Display>(mut self, name: impl Into<String>, value: Option<V>) -> Self {
        if let Some(value) = value {
            self.query.push((name.into(), value.to_string()));
        }
        self
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

    /// The target with all of its query.
    fn whole_target(&self) -> Result<String, RequestError> {
        if self.target.contains('#') {
            // HTTP has no place for it, and a URL library drops it without a word.
            return Err(RequestError::new("target", "holds a `#`, which is %23"));
        }
        if !self.target.is_ascii() {
            return Err(not_encoded());
        }
        if self.query.is_empty() {
            return Ok(self.target.clone());
        }
        // Written as every query is, behind a path that is thrown away.
        let written = self.query.iter().fold(RAW_READ.fill(&[])?, add).build()?;
        let separator = if self.target.contains('?') { '&' } else { '?' };
        let query = written.uri().query().unwrap_or_default();
        Ok(format!("{}{separator}{query}", self.target))
    }
}

fn add(written: RequestBuilder, (name, value): &(String, String)) -> RequestBuilder {
    written.query(name, Some(value))
}

fn not_encoded() -> RequestError {
    RequestError::new("target", "is not a path with an encoded query")
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
            .uri(self.whole_target()?)
            .body(self.json.clone().unwrap_or_default())
            .map_err(|_| not_encoded())?;
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
        let request = RawRequest::new(Method::POST, "/v3/users-email/mark")
            .query("mark", Some("mark"))
            .json("{\"a\":\"mark\"}");
        assert!(!format!("{request:?}").contains("mark"));
    }

    fn target(request: &RawRequest) -> String {
        request.request().unwrap().uri().to_string()
    }

    #[test]
    fn a_query_is_encoded_and_goes_behind_that_of_the_target() {
        let request = RawRequest::new(Method::GET, "/v3/goals")
            .query("tag", Some("a&b"))
            .query("tag", Some("ø #"))
            .query("page", None::<u64>);
        let query = "tag=a%26b&tag=%C3%B8%20%23";
        assert_eq!(target(&request), format!("/v3/goals?{query}"));
        let request = RawRequest::new(Method::GET, "/v3/goals?mode=all").query("page", Some(2));
        assert_eq!(target(&request), "/v3/goals?mode=all&page=2");
    }

    #[test]
    fn what_must_be_encoded_is_refused() {
        for target in [
            "/v3/a b",
            "/v3/ø",
            "/v3/goals?tag=ø",
            "/v3/\u{7f}",
            "v3/goals",
            "",
        ] {
            let request = RawRequest::new(Method::GET, target);
            assert!(request.request().is_err(), "{target}");
        }
    }

    #[test]
    fn a_fragment_is_refused_because_it_would_be_dropped() {
        for target in ["/v3/goals#1", "/v3/goals?tag=#1"] {
            let request = RawRequest::new(Method::DELETE, target);
            assert!(request.request().is_err(), "{target}");
        }
    }
}
