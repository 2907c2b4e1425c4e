//! The second half of writing a request: query and body.

use std::fmt::{self, Display};

use bytes::Bytes;
use http::{HeaderValue, Request, header::CONTENT_TYPE};

use crate::{RequestError, Route, percent};

/// A request whose path is filled; begun by [`Route::fill`].
#[must_use = "a request builder does nothing until `build`"]
pub struct RequestBuilder {
    route: &'static Route,
    path: String,
    query: String,
    body: Bytes,
    content_type: Option<&'static str>,
}

impl RequestBuilder {
    pub(crate) fn new(route: &'static Route, path: String) -> Self {
        Self {
            route,
            path,
            query: String::new(),
            body: Bytes::new(),
            content_type: None,
        }
    }

    /// Adds `name=value` to the query; nothing if there is no value. Both are encoded.
    pub fn query<V: Display>(mut self, name: &str, value: Option<V>) -> Self {
        if let Some(value) = value {
            percent::encode_pair(name, &value.to_string(), &mut self.query);
        }
        self
    }

    /// Sets a body of type `application/json`.
    pub fn json(self, json: impl Into<Bytes>) -> Self {
        self.body("application/json", json)
    }

    /// Sets a body of type `application/x-www-form-urlencoded` from name and value pairs.
    pub fn form<'a>(self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut form = String::new();
        for (name, value) in pairs {
            percent::encode_pair(name, value, &mut form);
        }
        self.body("application/x-www-form-urlencoded", form)
    }

    /// Sets a body of any type.
    pub fn body(mut self, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self.content_type = Some(content_type);
        self
    }

    /// The request, its target in origin form.
    ///
    /// # Errors
    ///
    /// [`RequestError`] if the target is too long to be one (64 KiB).
    pub fn build(self) -> Result<Request<Bytes>, RequestError> {
        let target = if self.query.is_empty() {
            self.path
        } else {
            format!("{}?{}", self.path, self.query)
        };
        let mut request = Request::builder()
            .method(self.route.method().clone())
            .uri(target)
            .body(self.body)
            .map_err(|_| RequestError::new("target", "is too long"))?;
        if let Some(content_type) = self.content_type {
            let value = HeaderValue::from_static(content_type);
            request.headers_mut().insert(CONTENT_TYPE, value);
        }
        Ok(request)
    }
}

impl fmt::Debug for RequestBuilder {
    /// The route and the size of the body; path, query and body are private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestBuilder")
            .field("route", &self.route)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::Repeat;

    static LIST: Route = Route::new("list", Method::GET, "/v3/users", Repeat::Safe);

    #[test]
    fn a_value_cannot_add_a_parameter_of_its_own() {
        let request = LIST
            .fill(&[])
            .unwrap()
            .query("mode", Some("active&admin=1 +ø"))
            .query("page", None::<u32>)
            .query("per_page", Some(2))
            .build()
            .unwrap();
        assert_eq!(
            request.uri(),
            "/v3/users?mode=active%26admin%3D1%20%2B%C3%B8&per_page=2"
        );
    }
}
