//! Where an operation lives, and paths that cannot be escaped.

use std::fmt::Display;

use http::Method;

use crate::{Repeat, RequestBuilder, RequestError, chosen_path, percent};

/// What a template begins with whose path is chosen at run time.
const ELSEWHERE: &str = "/…";

/// An operation's name, method, path template and repeatability: everything about a
/// request that may be logged.
///
/// # Examples
///
/// ```
/// use eloomi_core::{Repeat, Route};
/// use http::Method;
///
/// static GET_UNIT: Route = Route::new("getUnitByCode", Method::GET, "/v3/units-code/{code}", Repeat::Safe);
///
/// let request = GET_UNIT.fill(&[&"R&D / Ålborg"])?.build()?;
/// assert_eq!(request.uri(), "/v3/units-code/R%26D%20%2F%20%C3%85lborg");
/// # Ok::<(), eloomi_core::RequestError>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Route {
    operation: &'static str,
    method: Method,
    template: &'static str,
    repeat: Repeat,
    how_to_check: &'static str,
}

impl Route {
    /// A route; meant for a `static`. `template` begins with `/` and holds its parameters as
    /// whole segments in braces.
    pub const fn new(
        operation: &'static str,
        method: Method,
        template: &'static str,
        repeat: Repeat,
    ) -> Self {
        Self {
            operation,
            method,
            template,
            repeat,
            how_to_check: "look whether it took effect before sending it again",
        }
    }

    /// Says how to find out whether it took effect, for when its answer is lost; of a write that
    /// must not be repeated.
    #[must_use]
    pub const fn check(mut self, how: &'static str) -> Self {
        self.how_to_check = how;
        self
    }

    /// The operation's name, as the API document has it.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path with its parameters unfilled.
    pub fn template(&self) -> &'static str {
        self.template
    }

    /// Whether the operation may be repeated.
    pub fn repeat(&self) -> Repeat {
        self.repeat
    }

    /// How to find out whether it took effect, when its answer is lost.
    pub fn how_to_check(&self) -> &'static str {
        self.how_to_check
    }

    /// Begins a request whose path holds `values` in place of the template's parameters.
    ///
    /// Every byte that is not unreserved (RFC 3986 §2.3) is percent-encoded, so a value is
    /// always one segment: `a/b?c` stays one name.
    ///
    /// # Errors
    ///
    /// [`RequestError`] naming the parameter, if its value is empty, `.`, `..`, or holds a
    /// control character: URL libraries drop those silently and then address another
    /// resource (`DELETE /v3/users/..` is `DELETE /v3/users`). Also if there are fewer or
    /// more values than parameters.
    pub fn fill(&'static self, values: &[&dyn Display]) -> Result<RequestBuilder, RequestError> {
        self.fill_segments(String::new(), self.template, values)
    }

    /// Begins a request at a path that the caller chooses, in place of the `/…` that the template
    /// begins with; `values` fill what stands behind it. So a log never holds the path.
    ///
    /// ```
    /// use eloomi_core::{Repeat, Route};
    /// use http::Method;
    ///
    /// static ELSEWHERE: Route = Route::new("getOpen", Method::GET, "/…/{id}", Repeat::Safe);
    ///
    /// let request = ELSEWHERE.fill_at("/v3/goals", &[&7])?.build()?;
    /// assert_eq!(request.uri(), "/v3/goals/7");
    /// assert!(ELSEWHERE.fill_at("/v3/goals/..", &[&7]).is_err());
    /// # Ok::<(), eloomi_core::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`fill`](Self::fill); and [`RequestError`] naming `path`, if it is not an absolute path
    /// of plain segments: no URL, no query, no dot segment, no empty one, and no character beside
    /// letters, digits and `-._~`. Also if the template does not begin with `/…`.
    pub fn fill_at(
        &'static self,
        path: &str,
        values: &[&dyn Display],
    ) -> Result<RequestBuilder, RequestError> {
        let refused = |why| RequestError::new("path", why);
        let Some(rest) = self.template.strip_prefix(ELSEWHERE) else {
            return Err(refused("cannot be chosen for this operation"));
        };
        chosen_path::refuse(path).map_or(Ok(()), |why| Err(refused(why)))?;
        self.fill_segments(path.to_owned(), rest, values)
    }

    /// Appends a template to what the path begins with.
    fn fill_segments(
        &'static self,
        mut path: String,
        template: &'static str,
        values: &[&dyn Display],
    ) -> Result<RequestBuilder, RequestError> {
        let mut values = values.iter();
        for segment in template.split('/').skip(1) {
            path.push('/');
            let Some(parameter) = segment.strip_prefix('{').and_then(|s| s.strip_suffix('}'))
            else {
                path.push_str(segment);
                continue;
            };
            let value = values
                .next()
                .ok_or_else(|| RequestError::new(parameter, "is missing from the path"))?
                .to_string();
            refuse_escape(&value).map_or(Ok(()), |why| Err(RequestError::new(parameter, why)))?;
            percent::encode(&value, &mut path);
        }
        match values.next() {
            None => Ok(RequestBuilder::new(self, path)),
            Some(_) => Err(RequestError::new(
                "path",
                "has fewer parameters than values",
            )),
        }
    }
}

/// Why `value` cannot be a path segment, if it cannot.
fn refuse_escape(value: &str) -> Option<&'static str> {
    match value {
        "" => Some("is empty"),
        "." | ".." => Some("is a dot segment, which would address another resource"),
        _ if value.chars().any(char::is_control) => Some("holds a control character"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static USER: Route = Route::new("getUser", Method::GET, "/v3/users/{id}/teams", Repeat::Safe);

    fn path(value: &str) -> Result<String, RequestError> {
        Ok(USER.fill(&[&value])?.build()?.uri().to_string())
    }

    #[test]
    fn a_dot_segment_never_reaches_the_collection() {
        for value in ["", ".", "..", "a\r\nb", "\u{7f}"] {
            assert!(path(value).is_err(), "{value:?}");
        }
    }

    #[test]
    fn an_encoded_dot_segment_is_encoded_again() {
        assert_eq!(path("%2e%2e").unwrap(), "/v3/users/%252e%252e/teams");
    }

    #[test]
    fn a_value_too_many_is_an_error() {
        assert!(USER.fill(&[&1, &2]).is_err());
        assert!(USER.fill(&[]).is_err());
    }

    #[test]
    fn only_a_route_to_elsewhere_takes_a_path() {
        let error = USER.fill_at("/v3/people", &[&1]).unwrap_err();
        assert_eq!(error.part(), "path");
    }

    #[test]
    fn behind_a_chosen_path_a_value_stays_one_segment_too() {
        static ONE: Route = Route::new("getOpen", Method::GET, "/…/{id}", Repeat::Safe);
        let request = ONE.fill_at("/v3/people", &[&"a/b?c"]).unwrap().build();
        assert_eq!(request.unwrap().uri(), "/v3/people/a%2Fb%3Fc");
        assert_eq!(
            ONE.fill_at("/v3/people", &[&".."]).unwrap_err().part(),
            "id"
        );
        assert!(ONE.fill_at("/v3/people", &[]).is_err());
    }

    proptest! {
        #[test]
        fn any_value_stays_one_segment_and_decodes_to_itself(value in "\\PC+") {
            if let Ok(path) = path(&value) {
                let segments: Vec<_> = path.split('/').collect();
                prop_assert_eq!(segments.len(), 5);
                prop_assert!(!path.contains(['?', '#']));
                prop_assert_eq!(percent::decode(segments[3]), value.as_bytes());
            }
        }
    }
}
