//! Which requests a fault is for: MATCH.

use http::{Method, Uri};

use super::error::{FaultError, FaultErrorKind};
use super::path_pattern::PathPattern;
use crate::script::Matcher;

/// Which requests are meant.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// The method and the query.
    matcher: Matcher,
    path: Option<PathPattern>,
}

impl Scope {
    pub(super) fn read(text: &str) -> Result<Self, FaultError> {
        let mut matcher = Matcher::any();
        let (method, target) = match text.split_once(' ') {
            Some((method, target)) => (Some(method), target.trim_start()),
            None => (None, text),
        };
        if let Some(method) = method {
            let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
            if !methods.contains(&method) {
                return Err(FaultErrorKind::Method.into());
            }
            matcher = matcher.method(method);
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            matcher = matcher.query(name, value);
        }
        let path = match path {
            "*" => None,
            path => Some(PathPattern::read(path)?),
        };
        Ok(Self { matcher, path })
    }

    pub(super) fn fits(&self, method: &Method, uri: &Uri) -> bool {
        let path = self.path.as_ref();
        self.matcher.fits(method, uri) && path.is_none_or(|path| path.fits(uri.path()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(scope: &str, method: &Method, uri: &'static str) -> bool {
        let scope = Scope::read(scope).unwrap();
        scope.fits(method, &Uri::from_static(uri))
    }

    #[test]
    fn a_star_alone_is_every_request() {
        assert!(fits("*", &Method::POST, "/oauth/token"));
    }

    #[test]
    fn a_method_is_that_method_alone() {
        assert!(fits("GET /v3/users", &Method::GET, "/v3/users?page=2"));
        assert!(!fits("GET /v3/users", &Method::POST, "/v3/users"));
    }

    #[test]
    fn parameters_must_have_their_values() {
        let scope = "GET /v3/users?page=7&mode=active";
        assert!(fits(scope, &Method::GET, "/v3/users?mode=active&page=7"));
        assert!(!fits(scope, &Method::GET, "/v3/users?mode=active&page=70"));
    }

    #[test]
    fn what_no_request_has_is_refused() {
        for text in ["", "get /v3/users", "FETCH /v3/users", "GET", "GET users"] {
            assert!(Scope::read(text).is_err(), "{text}");
        }
    }
}
