//! Paths that nobody has documented: what they are taken to be, and how a caller names another.

use std::fmt::{self, Display};

use eloomi_core::{ErrorKind, Reply, RequestBuilder, RequestError, ResponseError, Route};
use eloomi_wire::Text;
use http::StatusCode;

/// The routes of an operation whose path is inferred.
pub(crate) struct Routes {
    /// As inferred.
    pub(crate) here: Route,
    /// Where the caller says; its template begins with `/…`.
    pub(crate) elsewhere: Route,
}

/// Writes both, which differ by their template alone. No function, as a method cannot be copied
/// where statics are made.
macro_rules! routes {
    ($operation:literal, $method:expr, $here:literal, $elsewhere:literal, $repeat:expr) => {
        $crate::inferred_path::Routes {
            here: eloomi_core::Route::new($operation, $method, $here, $repeat),
            elsewhere: eloomi_core::Route::new($operation, $method, $elsewhere, $repeat),
        }
    };
}

/// The path that the caller, who knows better, chose in place of the inferred one, if any.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct ChosenPath(pub(crate) Option<Text>);

impl ChosenPath {
    pub(crate) fn route(&self, routes: &'static Routes) -> &'static Route {
        match self.0 {
            None => &routes.here,
            Some(_) => &routes.elsewhere,
        }
    }

    /// Begins a request: `here` fills the inferred path, `behind` what stands behind a chosen one.
    pub(crate) fn fill(
        &self,
        routes: &'static Routes,
        here: &[&dyn Display],
        behind: &[&dyn Display],
    ) -> Result<RequestBuilder, RequestError> {
        match &self.0 {
            None => routes.here.fill(here),
            Some(path) => routes.elsewhere.fill_at(path, behind),
        }
    }

    /// Adds to a refusal that may come from a wrong path what to do about it; `inferred` is the
    /// path that is asked unless the caller names one.
    pub(crate) fn explained(
        &self,
        inferred: &str,
        reply: &Reply,
        error: ResponseError,
    ) -> ResponseError {
        if !is_of_a_wrong_path(reply, &error) {
            return error;
        }
        match self.0 {
            None => error.detail(format!(
                "the path {inferred} is inferred; `.at(…)` names another"
            )),
            Some(_) => error.detail(
                "it was asked at a path that the caller named, as nobody has documented one",
            ),
        }
    }
}

/// The same of an operation that is inferred and has no `.at(…)`.
pub(crate) fn explained(
    route: &'static Route,
    reply: &Reply,
    error: ResponseError,
) -> ResponseError {
    if !is_of_a_wrong_path(reply, &error) {
        return error;
    }
    let (method, template) = (route.method(), route.template());
    error.detail(format!(
        "{method} {template} is inferred; a `RawRequest` goes wherever you say"
    ))
}

/// Whether a wrong path could be answered so. With 204 it is not: so does eloomi answer a key that
/// it does not know (documented), and then the path was right.
fn is_of_a_wrong_path(reply: &Reply, error: &ResponseError) -> bool {
    let is_gone = error.kind() == ErrorKind::NotFound && reply.status != StatusCode::NO_CONTENT;
    is_gone || reply.status == StatusCode::METHOD_NOT_ALLOWED
}

impl fmt::Debug for ChosenPath {
    /// Whether it was chosen: what a caller names may be anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            None => "Inferred",
            Some(_) => "Elsewhere(_)",
        })
    }
}

/// Writes the setter of a request whose field or field of a field is a [`ChosenPath`].
macro_rules! overridable {
    ($request:ident: $($field:ident).+, $example:literal) => {
        impl $request {
            #[doc = concat!("Asks at this path in place of the inferred one: `", $example, "`.")]
            ///
            /// It is the path of the whole group; an id is put behind it. An absolute path of plain
            /// segments, without host, query and slash at the end; else the request is not sent and
            /// the error names `path`. If you have found the real one in a tenant of yours, please
            /// tell us: `CONTRIBUTING.md` says how.
            pub fn at(mut self, path: impl Into<eloomi_wire::Text>) -> Self {
                self.$($field).+ = $crate::inferred_path::ChosenPath(Some(path.into()));
                self
            }
        }
    };
}

pub(crate) use {overridable, routes};

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;

    fn told(path: &ChosenPath, status: u16) -> String {
        let status = StatusCode::from_u16(status).unwrap();
        let reply = Reply::new(status, HeaderMap::new(), "");
        let error = ResponseError::of_status(status);
        let error = error.unwrap_or_else(|| ResponseError::new(ErrorKind::NotFound));
        path.explained("/v3/goals", &reply, error).to_string()
    }

    #[test]
    fn only_what_a_wrong_path_would_answer_is_blamed_on_the_path() {
        let inferred = ChosenPath::default();
        for status in [404, 405, 410] {
            let told = told(&inferred, status);
            let what = "the path /v3/goals is inferred; `.at(…)` names another";
            assert!(told.ends_with(what), "{told}");
        }
        for status in [204, 400, 401, 403, 429, 500] {
            assert!(!told(&inferred, status).contains("path"), "{status}");
        }
    }

    #[test]
    fn an_inferred_operation_without_a_choice_of_path_is_named() {
        static GET_COURSE: Route = Route::new(
            "getCourse",
            http::Method::GET,
            "/v3/courses/{course_id}",
            eloomi_core::Repeat::Safe,
        );
        let told = |status| {
            let reply = Reply::new(status, HeaderMap::new(), "");
            let error = ResponseError::of_status(status);
            let error = error.unwrap_or_else(|| ResponseError::new(ErrorKind::NotFound));
            explained(&GET_COURSE, &reply, error).to_string()
        };
        for status in [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED] {
            let told = told(status);
            assert!(
                told.contains(": GET /v3/courses/{course_id} is inferred;"),
                "{told}"
            );
        }
        for status in [StatusCode::NO_CONTENT, StatusCode::BAD_REQUEST] {
            assert!(!told(status).contains("inferred"), "{status}");
        }
    }

    #[test]
    fn a_chosen_path_is_neither_called_inferred_nor_printed() {
        let chosen = ChosenPath(Some("/v3/objectives".into()));
        let told = told(&chosen, 404);
        assert!(told.contains("a path that the caller named"), "{told}");
        assert_eq!(format!("{chosen:?}"), "Elsewhere(_)");
    }
}
